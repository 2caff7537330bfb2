import { type Console, printProblems, styleFor } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { policyMetadata } from "../policies/list-policies.js";
import { nearest } from "../suggest.js";
import type { Policy } from "@writ/sdk";
import { shownPath } from "../console.js";
import { wrap } from "../report/terminal-text.js";
import type { Style } from "../report/style.js";
import { type Explanation, commandCatalogue } from "./catalogue.js";
import { type PolicyOptions, selectPolicies } from "./select-policies.js";

/** `writ explain`: what a code means, or what a policy asks for. */
export async function explain(subject: string, options: PolicyOptions, console: Console): Promise<ExitCode> {
  const style = styleFor(console.out, console);
  const codes = await allCodes();
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

interface FullExplanation extends Explanation {
  readonly help?: string;
}

/** Every code of every package. */
async function allCodes(): Promise<ReadonlyMap<string, FullExplanation>> {
  const [{ problemCatalogue }, { diagnosticCodes, explainDiagnostic }, { crdCodes }] = await Promise.all([
    import("@writ/inputs"),
    import("@writ/compiler"),
    import("@writ/sdk/generate"),
  ]);
  const codes = new Map<string, FullExplanation>(Object.entries(commandCatalogue));
  for (const code of diagnosticCodes()) {
    const found = explainDiagnostic(code);
    if (found !== undefined) codes.set(code, found);
  }
  for (const [code, entry] of Object.entries<{ readonly severity: string; readonly help?: string }>(problemCatalogue)) {
    const title = `${entry.severity === "error" ? "an error" : "a warning"} about the input`;
    codes.set(code, {
      title,
      explanation: inputExplanation(entry.severity),
      ...(entry.help === undefined ? {} : { help: entry.help }),
    });
  }
  for (const [code, title] of Object.entries(crdCodes)) {
    codes.set(code, {
      title,
      explanation: "Reported by `writ types`, at the place in the custom resource definition.",
    });
  }
  return codes;
}

function inputExplanation(severity: string): string {
  return severity === "error"
    ? "A part of the input could not be read as Kubernetes reads it. The rest is judged, and the run ends with exit code 3."
    : "The input was read, but it may not mean what was intended.";
}

function explainCode(code: string, { title, explanation, help }: FullExplanation, style: Style): string {
  const lines = [`${style.bold(code)}  ${title}`, "", ...wrap(explanation, style.width - 2)];
  if (help !== undefined) lines.push("", `${style.green("help:")} ${help}`);
  return lines.join("\n");
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
