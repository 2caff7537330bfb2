/**
 * Writes docs/language: each accepted construct in TypeScript, and the Rego and CEL that writ makes of it, from the policies of
 * test/conformance. It fails when a construct is on no page; `--check` compares instead, and ends with 1 when a page is stale.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compile, defaultProductOptions, emitKubernetes, emitRego } from "../packages/compiler/dist/index.js";
import { intrinsics } from "../packages/compiler/dist/intrinsics/table.js";
import { isPolicy } from "../packages/sdk/dist/index.js";
import { constructsIn, excerptOf } from "./language/excerpt.mjs";
import { groups, unshown } from "./language/groups.mjs";
import { fenced, publish } from "./pages.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const conformance = join(root, "test/conformance");
const require = createRequire(join(root, "packages/cli/package.json"));
const source = (path) => readFileSync(join(root, "packages/compiler/src", path), "utf8");

/** The policies of the folders, compiled together. */
async function compiled(folders) {
  const modules = await Promise.all(folders.map(moduleOf));
  const { policies, diagnostics } = compile({ root: conformance, modules, params: {} });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ file, message }) => `${file}: ${message}`).join("\n"));
  return new Map(policies.map((policy) => [policy.file.split("/")[0], policy]));
}

async function moduleOf(folder) {
  const file = join(conformance, folder, "policy.ts");
  const esbuild = require("esbuild");
  const plugins = [{ name: "sdk", setup: (build) => build.onResolve({ filter: /^@writ\/sdk$/ }, sdk) }];
  const built = await esbuild.build({
    entryPoints: [file],
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "error",
    plugins,
  });
  const text = Buffer.from(built.outputFiles[0].contents).toString("base64");
  const exported = await import(`data:text/javascript;base64,${text}`);
  const policies = Object.fromEntries(Object.entries(exported).filter(([, value]) => isPolicy(value)));
  return { file, policies };
}

// The same module for all of them, so that a policy is known as one.
const sdk = () => ({ path: pathToFileURL(join(root, "packages/sdk/dist/index.js")).href, external: true });

/** The rules that a report of the excerpt became: their places among the rules of the policy. */
function rulesOf({ ir }, reports) {
  const isShown = ({ span: [, line, column] }) => reports.some((of) => of.line === line && of.column === column);
  const found = ir.rules.flatMap((rule, index) => (reports.length === 0 || isShown(rule) ? [index] : []));
  if (found.length === 0) throw new Error("no rule is reported there");
  return found;
}

/** The policy with some of its rules alone. */
function withRules(policy, indices) {
  return { ...policy, ir: { ...policy.ir, rules: indices.map((index) => policy.ir.rules[index]) } };
}

/** The rules of the Rego module of a policy, without what every policy has: the package, and the guard against a wrong shape. */
function regoOf(policy) {
  const { modules } = emitRego([policy]);
  const blocks = modules[`policies/${policy.id}.rego`].trimEnd().split("\n\n");
  const guards = /^(?:# A document of the wrong shape|package|import|judged|malformed\w*)\b|min\(malformed/m;
  return blocks.filter((block) => !guards.test(block.replaceAll(/^\tjudged$/gm, ""))).join("\n\n");
}

/** The validation of a ValidatingAdmissionPolicy and the variables that hold what its rules found, without the guards. */
function celOf(policy) {
  const emitted = emitKubernetes("vap", policy, defaultProductOptions());
  if (!emitted.ok) return undefined;
  const { spec } = emitted.product.objects.find(({ kind }) => kind === "ValidatingAdmissionPolicy");
  const shown = (spec.variables ?? []).filter(
    ({ name }) => !/^(?:wellFormed|messages|cleaned|problem)(?:Part\d+)?$/.test(name),
  );
  // What is reported always leaves nothing but the guard.
  const [guarded, holds = "false"] =
    /^.*?deletionTimestamp\S* != null(?: \|\| (?:variables\.wellFormed && )?(.*))?$/s.exec(
      spec.validations[0].expression,
    ) ?? [];
  if (guarded === undefined) throw new Error(`the guard of ${policy.id} is not where it was`);
  return [
    ...shown.map(({ name, expression }) => wrapped(`${name}: ${expression}`)),
    wrapped(`validation: ${holds}`),
  ].join("\n");
}

/** How many lines of an expression are shown: what a longer one says is in its intrinsic. */
const mostLines = 10;

/** A long expression on several lines, broken at spaces outside texts; CEL does not mind. */
function wrapped(text) {
  const words = text.match(/(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\S)+/g);
  const lines = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (
      last === undefined ||
      (last.length + word.length > 110 && /^(?:&&|\|\||\?|:|\+)$/.test(word)) ||
      last.length + word.length > 140
    )
      lines.push(lines.length === 0 ? word : `  ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  const left = lines.length - mostLines;
  return (left > 2 ? [...lines.slice(0, mostLines), `  … and ${left} more lines`] : lines).join("\n");
}

function entryParts(policy, [title, folder, marker]) {
  const excerpt = excerptOf(readFileSync(join(conformance, folder, "policy.ts"), "utf8"), marker, folder);
  const indices = rulesOf(policy, excerpt.reports);
  const shownRules = withRules(policy, indices);
  const cel = celOf(shownRules);
  const text = [
    `## ${title}`,
    fenced("ts", excerpt.text),
    fenced("rego", regoOf(shownRules)),
    cel === undefined ? "No target that speaks CEL can hold it." : fenced("cel", cel),
    `[test/conformance/${folder}](../../test/conformance/${folder}/policy.ts)`,
  ].join("\n\n");
  return { text, constructs: constructsIn(excerpt.text) };
}

/** What the compiler accepts, by the name that it has in TypeScript. */
function accepted() {
  const kinds = [...source("lower/registry.ts").matchAll(/\[SyntaxKind\.(\w+)\]:/g)].map(([, kind]) => kind);
  const statements = [
    ..."If Return Continue ForOf Switch Variable Expression".split(" ").map((of) => `${of}Statement`),
    "Block",
  ];
  const between = (text, from, to) => text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from)));
  const cases = (text) => [...text.matchAll(/case "(\w+)":/g)].map(([, name]) => `.${name}`);
  const quoted = (text) => [...text.matchAll(/"(\w+)"/g)].map(([, name]) => `.${name}`);
  const iterations = quoted(between(source("lower/iteration.ts"), "const methods", "satisfies"));
  const lists = cases(between(source("lower/list-method.ts"), "export function lowerListMethod", "default:"));
  const texts = [
    ...quoted(between(source("lower/text-method.ts"), "const stringTests", "as const")),
    ".split",
    ".concat",
  ];
  const objects = [".keys", ".values", ".entries", ".hasOwn"];
  const others = [".test", ".get", ".has", ".length", "String"];
  const calls = quotedKeys(between(source("lower/sdk-call.ts"), "const calls", "};"));
  return [
    ...kinds.filter((kind) => !Object.hasOwn(unshown, kind)),
    ...[
      ...statements,
      "FunctionDeclaration",
      "EnumDeclaration",
      "ArrayBindingPattern",
      "ObjectBindingPattern",
      "SpreadElement",
    ],
    ...[...iterations, ...lists, ...texts, ...objects, ...others],
    ...Object.values(intrinsics).map(({ symbol }) => symbol),
    ...calls,
  ];
}

const quotedKeys = (text) => [...text.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);

const folders = [...new Set(groups.flatMap(({ entries }) => entries.map(([, folder]) => folder)))];
const policies = await compiled(folders);
const shown = new Set();
const pages = {};
for (const { name, title, intro, entries } of groups) {
  const parts = entries.map((entry) => {
    try {
      return entryParts(policies.get(entry[1]), entry);
    } catch (error) {
      throw new Error(`${name}: ${entry.join(", ")}: ${error.message}`, { cause: error });
    }
  });
  for (const { constructs } of parts) for (const construct of constructs) shown.add(construct);
  pages[`${name}.md`] = [`# ${title}`, intro, ...parts.map(({ text }) => text), "[All constructs](README.md)"].join(
    "\n\n",
  );
}
const missing = [...new Set(accepted())].filter((construct) => !shown.has(construct));
if (missing.length > 0) throw new Error(`on no page of docs/language: ${missing.join(", ")}`);

const anchor = (title) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
pages["README.md"] = [
  "# The language",
  "What a policy may be written with, and what writ makes of it. Each example is a part of a policy that the tests run in every engine; the Rego and the CEL below it are the rules that writ emits for that part, without the guards that are the same for every policy: in Rego, `judged` holds for a document of the right shape that is not being deleted; in CEL, the variables hold what the rule found, and the validation says that it found nothing. What is not here is refused [with a code](../diagnostics/README.md).",
  ...groups.map(({ name, title, entries }) =>
    [`## [${title}](${name}.md)`, entries.map(([of]) => `- [${of}](${name}.md#${anchor(of)})`).join("\n")].join("\n\n"),
  ),
].join("\n\n");
publish(join(root, "docs/language"), pages, "scripts/language.mjs");
