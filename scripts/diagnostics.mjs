/**
 * Writes docs/diagnostics: a page for each code, made from its catalogue, its example and its negative fixtures, and an index. `--check`
 * compares instead, and ends with 1 when a page is stale.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { collectItems, defaultBudget, parseDocuments } from "../packages/inputs/dist/index.js";
import { exampleModule, openChecker } from "../packages/compiler/dist/index.js";
import { generateCrdModels } from "../packages/sdk/dist/generate/index.js";
import { allExplanations } from "../packages/cli/dist/commands/explanations.js";
import { excerptOf } from "../packages/cli/dist/report/frame.js";
import { problemBlock } from "../packages/cli/dist/report/human.js";
import { rewrittenLines } from "../packages/cli/dist/report/rewritten.js";
import { styleOf } from "../packages/cli/dist/report/style.js";
import { fenced, inline, publish } from "./pages.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = join(root, "docs/diagnostics");
const checker = openChecker();

/** The ranges of the codes, as the index shows them. */
const ranges = [
  ["WRIT10", "Sources and TypeScript"],
  ["WRIT11", "Statements and declarations"],
  ["WRIT12", "Expressions"],
  ["WRIT13", "Values and types"],
  ["WRIT14", "Policy definitions and reports"],
  ["WRIT15", "Regular expressions"],
  ["WRIT16", "Parameters"],
  ["WRIT2", "Configuration and policies of the command"],
  ["WRIT3", "Judging"],
  ["WRIT4", "Cases"],
  ["WRIT5", "Writing files"],
  ["INPUT1", "Files and paths"],
  ["INPUT2", "YAML and JSON"],
  ["INPUT3", "Kubernetes objects"],
  ["CRD", "Custom resource definitions"],
];

/** What the terminal shows of a problem in a text. */
function shown(problem, text) {
  const excerpt = excerptOf(text, problem);
  const rewritten = problem.fix === undefined ? {} : { rewritten: rewrittenLines(text, problem.fix.edits) };
  return problemBlock({ ...problem, excerpt, ...rewritten }, problem.severity ?? "error", styleOf(false, 96));
}

/** The diagnostic of an example, as writ prints it; an example that does not give its code is a mistake. */
function diagnosed(code, { wrong, configured }) {
  const text = exampleModule(wrong);
  const params = { example: configured?.wrong ?? {} };
  const { findings } = checker.check({ root: "/", file: "/policy.ts", text, params });
  const found = findings.map(({ diagnostic }) => diagnostic).find((diagnostic) => diagnostic.code === code);
  if (found === undefined) throw new Error(`the example of ${code} does not give it`);
  return shown(found, text);
}

function read(text) {
  return collectItems(parseDocuments(text, { file: "web.yaml", budget: defaultBudget }));
}

function inputProblem(code, text) {
  const found = read(text).problems.find((problem) => problem.code === code);
  if (found === undefined) throw new Error(`the example of ${code} does not give it`);
  return shown(found, text);
}

function definitionProblem(code, text) {
  const { documents } = read(text);
  const { diagnostics } = generateCrdModels(documents.map(({ value }) => value));
  const found = diagnostics.find((diagnostic) => diagnostic.code === code);
  if (found === undefined) throw new Error(`the example of ${code} does not give it`);
  const { line, column, endLine, endColumn } = documents[found.document].locate(found.path);
  return shown({ ...found, file: "crd.yaml", line, column, endLine, endColumn }, text);
}

/** Lines that are long only to be too long or too deep are cut. */
const cut = (text) => text.replaceAll(/^(.{80}).{80,}$/gm, "$1…");

const configuration = (params) => fenced("ts", `// writ.config.ts\nparams: { example: ${JSON.stringify(params)} }`);

function exampleParts(code, { kind, example }) {
  if (kind === "command" && "reason" in example)
    return [`There is no example that anybody could run. ${example.reason}`];
  switch (kind) {
    case "policy": {
      const { wrong, right, configured } = example;
      const changed = right === wrong ? [] : [fenced("ts", right)];
      return [
        "## Wrong",
        fenced("ts", wrong),
        ...(configured === undefined ? [] : [configuration(configured.wrong)]),
        fenced("text", diagnosed(code, example)),
        "## Right",
        ...changed,
        ...(configured === undefined ? [] : [configuration(configured.right)]),
      ];
    }
    case "command": {
      const files = Object.entries(example.files).map(
        ([file, text]) => `${inline(file)}:\n\n${fenced(languageOf(file), text)}`,
      );
      return [
        "## Example",
        ...files,
        fenced("text", `$ writ ${example.run}\n[${code}] ${example.says} …`),
        example.right,
      ];
    }
    case "input": {
      const { wrong, right } = example;
      if (example.kind === "command") return ["## Wrong", fenced("sh", wrong), "## Right", fenced("sh", right)];
      const says = fenced("text", cut(inputProblem(code, wrong)));
      return ["## Wrong", fenced("yaml", cut(wrong)), says, "## Right", fenced("yaml", cut(right))];
    }
    case "definition": {
      const { wrong, right } = example;
      const says = fenced("text", cut(definitionProblem(code, wrong)));
      return ["## Wrong", fenced("yaml", cut(wrong)), says, "## Right", fenced("yaml", cut(right))];
    }
    default:
      throw new Error(`there is no page for an example of ${kind}`);
  }
}

const languageOf = (file) => (file.endsWith(".ts") ? "ts" : file.endsWith(".yaml") ? "yaml" : "text");

/** What the negative fixtures expect, by code: the underlined code, what is said about it, and what is written instead. */
function fixtureForms() {
  const forms = new Map();
  const fixtures = join(root, "test/negative/fixtures");
  for (const name of readdirSync(fixtures)
    .filter((of) => of.endsWith(".ts"))
    .sort()) {
    let line = "";
    let last;
    for (const text of readFileSync(join(fixtures, name), "utf8").split("\n")) {
      const [, indent, tildes, code, message] = /^(\/\/ *)(~+) (WRIT\d{4}) (.*)$/.exec(text) ?? [];
      const [, kind, said] = /^\/\/ *(help|fix): (.*)$/.exec(text) ?? [];
      if (tildes !== undefined) {
        last = { underlined: line.slice(indent.length, indent.length + tildes.length), message };
        forms.set(code, [...(forms.get(code) ?? []), last]);
      } else if (kind !== undefined) last[kind] = said;
      else line = text;
    }
  }
  return forms;
}

function formLine({ underlined, message, help, fix }) {
  if (fix === undefined) return `- ${inline(underlined)}: ${message}${help === undefined ? "" : ` — ${help}`}`;
  const [from, to] = firstEdit(fix);
  const shown = from === underlined ? inline(to) : `${inline(from)} → ${inline(to)}`;
  return `- ${inline(underlined)}: ${message} — fix: ${to === "" ? `without ${inline(from.trim())}` : shown}`;
}

/** The code that a fix replaces at the problem, and what it writes there; of several edits, the others add an import. */
function firstEdit(fix) {
  const [from = "", to = ""] = fix.split("` -> `");
  return [from.slice(1).replaceAll("\\n", "").trim(), to.replace(/`(?:, `)?$/, "")];
}

function formParts(forms = []) {
  const lines = [...new Set(forms.map(formLine))];
  if (lines.length < 2) return [];
  return ["## Forms that the tests hold", lines.join("\n")];
}

function page(code, { title, explanation, help, shown: example }, forms) {
  return [
    `# ${code}: ${title}`,
    explanation,
    ...(help === undefined ? [] : [`Help: ${help}.`]),
    ...exampleParts(code, example),
    ...formParts(forms),
    `[All codes](README.md) · \`writ explain ${code}\` · [what is accepted](../language/README.md)`,
  ].join("\n\n");
}

function index(codes) {
  const parts = ranges.map(([prefix, name]) => {
    const own = [...codes].filter(([code]) => code.startsWith(prefix));
    return [`## ${name}`, own.map(([code, { title }]) => `- [${code}](${code}.md) ${title}`).join("\n")].join("\n\n");
  });
  const unnamed = [...codes.keys()].filter((code) => !ranges.some(([prefix]) => code.startsWith(prefix)));
  if (unnamed.length > 0) throw new Error(`no range holds ${unnamed.join(", ")}`);
  const intro =
    "Every code that writ reports, with an example and what to write instead; `writ explain CODE` shows the same. Codes are never given to another problem.";
  return ["# Diagnostics", intro, ...parts].join("\n\n");
}

const codes = await allExplanations();
const forms = fixtureForms();
const pages = Object.fromEntries([...codes].map(([code, of]) => [`${code}.md`, page(code, of, forms.get(code))]));
publish(folder, { "README.md": index(codes), ...pages }, "scripts/diagnostics.mjs");
