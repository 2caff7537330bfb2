import { type Console, printProblems, styleFor } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { policyMetadata } from "../policies/list-policies.js";
import { nearest } from "../suggest.js";
import type { Policy } from "@writ/sdk";
import { shownPath } from "../console.js";
import { wrap } from "../report/terminal-text.js";
import type { Style } from "../report/style.js";
import { type Explanation, type Shown, allExplanations } from "./explanations.js";
import { type PolicyOptions, selectPolicies } from "./select-policies.js";

/** `writ explain`: what a code means, or what a policy asks for. */
export async function explain(subject: string, options: PolicyOptions, console: Console): Promise<ExitCode> {
  const style = styleFor(console.out, console);
  const codes = await allExplanations();
  const code = subject.toUpperCase();
  const explanation = codes.get(code);
  if (explanation !== undefined) {
    console.out.write(`${explainCode(code, explanation, style)}\n`);
    return exitCodes.clean;
  }
  if (/^[A-Z]+\d+$/i.test(subject)) return unknown(subject, [...codes.keys()], console);
  const selected = await selectPolicies(options, console);
  const found = selected.ok ? await policyMetadata(selected.value.loaded.root, selected.value.files) : selected;
  if (!found.ok) {
    printProblems(found.problems, console);
    return exitCodes.usage;
  }
  const described = found.value.find(({ policy }) => policy.id === subject);
  if (described === undefined)
    return unknown(subject, [...found.value.map(({ policy }) => policy.id), ...codes.keys()], console);
  console.out.write(`${explainPolicy(described.policy, shownPath(described.file, console.cwd), style)}\n`);
  return exitCodes.clean;
}

function unknown(subject: string, known: readonly string[], console: Console): ExitCode {
  const meant = nearest(subject, known);
  const help =
    meant === undefined
      ? "give a code from a report, such as WRIT1203, or the id of a policy"
      : `did you mean \`${meant}\`?`;
  printProblems([{ code: "WRIT5003", message: `there is no code or policy \`${subject}\``, help }], console);
  return exitCodes.usage;
}

function explainCode(code: string, { title, explanation, help, shown }: Explanation, style: Style): string {
  const lines = [`${style.bold(code)}  ${title}`, "", ...wrap(explanation, style.width - 2)];
  if (help !== undefined) lines.push("", `${style.green("help:")} ${help}`);
  return [...lines, ...exampleLines(shown, style)].join("\n");
}

function exampleLines(shown: Shown, style: Style): readonly string[] {
  const part = (name: string, text: string): readonly string[] => ["", style.bold(name), ...indented(text)];
  switch (shown.kind) {
    case "policy": {
      const { wrong, right, says, configured } = shown.example;
      const params = (of: unknown): string => (configured === undefined ? "" : `\n\n${configurationOf(of)}`);
      return [
        ...part("wrong", `${wrong}${params(configured?.wrong)}`),
        "",
        ...wrap(says, style.width - 4).map((line) => `    ${style.red(line)}`),
        ...part("right", right === wrong ? configurationOf(configured?.right) : right),
      ];
    }
    case "command": {
      const { example } = shown;
      if ("reason" in example) return ["", ...wrap(example.reason, style.width - 2)];
      const files = Object.entries(example.files).flatMap(([file, text]) => part(file, shortened(text)));
      const run = [...part("run", `writ ${example.run}`), "", `    ${style.red(example.says)}`];
      return [...files, ...run, "", `${style.green("help:")} ${example.right}`];
    }
    case "input":
    case "definition": {
      const { wrong, right } = shown.example;
      return [...part("wrong", shortened(wrong)), ...part("right", shortened(right))];
    }
  }
}

/** Text of an example that nobody reads to its end: what is too deep, or too long. */
function shortened(text: string): string {
  const lines = text.trimEnd().split("\n");
  return lines.map((line) => (line.length > 160 ? `${line.slice(0, 80)}…` : line)).join("\n");
}

function configurationOf(params: unknown): string {
  return `// writ.config.ts\nparams: { example: ${JSON.stringify(params)} }`;
}

function indented(text: string): readonly string[] {
  return text.split("\n").map((line) => `    ${line}`.trimEnd());
}

function explainPolicy(policy: Policy, file: string, style: Style): string {
  const { id, title, severity, description, remediation, controls, match, params } = policy;
  const rows: [string, string][] = [
    ["severity", style.severity[severity](severity)],
    [
      "matches",
      match.kinds
        .map(({ group, version, kind }) => `${group === "" ? version : `${group}/${version}`} ${kind}`)
        .join(", "),
    ],
    ...(controls === undefined ? [] : ([["controls", controls.join(", ")]] as [string, string][])),
    ...Object.entries(params).map(([name, schema]): [string, string] => [
      `param ${name}`,
      `${schema.type}, ${schema.default === undefined ? "required" : `default ${JSON.stringify(schema.default)}`}`,
    ]),
    ["defined in", file],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = [`${style.bold(id)}  ${title}`, ""];
  if (description !== undefined) lines.push(...wrap(description, style.width - 2), "");
  if (remediation !== undefined)
    lines.push(`${style.green("fix:")} ${wrap(remediation, style.width - 7).join("\n     ")}`, "");
  for (const [name, value] of rows) {
    const [first = "", ...rest] = wrap(value, style.width - width - 4);
    lines.push(`${style.dim(name.padEnd(width))}  ${first}`, ...rest.map((line) => `${" ".repeat(width)}  ${line}`));
  }
  return lines.join("\n");
}
