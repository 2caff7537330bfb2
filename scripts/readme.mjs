/**
 * Writes the generated parts of README.md: the policy in ten lines with its real output, and the table of the library.
 * `--check` compares instead, and ends with 1 when the page is stale.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { format, resolveConfig } from "prettier";

const root = fileURLToPath(new URL("../", import.meta.url));
const require = createRequire(join(root, "packages/cli/package.json"));

/** What the README holds between `<!-- begin NAME -->` and `<!-- end NAME -->`. */
const parts = {
  policy: () => fenced("ts", readFileSync(join(root, "docs/readme/no-mutable-tags.ts"), "utf8")),
  output: () => fenced("", sampleOutput()),
  coverage: coverageTable,
};

function fenced(language, text) {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function sampleOutput() {
  const args = ["check", "web.yaml", "--policies", "no-mutable-tags.ts", "--no-cache"];
  const env = { ...process.env, NO_COLOR: "1", COLUMNS: "88" };
  const run = spawnSync(process.execPath, [join(root, "packages/cli/bin/writ.js"), ...args], {
    cwd: join(root, "docs/readme"),
    env,
    encoding: "utf8",
  });
  if (run.status !== 1) throw new Error(`the sample ended with ${run.status}: ${run.stderr}`);
  return `$ npx writ check web.yaml --policies no-mutable-tags.ts\n\n${run.stdout}`;
}

async function coverageTable() {
  const policies = await library();
  const rows = policies.map(({ category, folder, policy, cases }) =>
    [
      category,
      `[${policy.id}](policies/${category}/${folder}/policy.ts)`,
      policy.title,
      policy.severity,
      (policy.controls ?? []).join(", "),
      kindsText(policy),
      `${cases.allow} good, ${cases.deny} bad`,
    ].join(" | "),
  );
  const head = ["category", "policy", "what must hold", "severity", "controls", "judges", "cases"].join(" | ");
  return [`| ${head} |`, "|---|---|---|---|---|---|---|", ...rows.map((row) => `| ${row} |`)].join("\n");
}

function kindsText(policy) {
  return policy.match.view === "pod" ? "workloads" : policy.match.kinds.map(({ kind }) => kind).join(", ");
}

async function library() {
  const found = [];
  for (const category of folders(join(root, "policies"))) {
    for (const folder of folders(join(root, "policies", category))) {
      const at = join(root, "policies", category, folder);
      for (const policy of await importPolicies(join(at, "policy.ts"))) {
        found.push({ category, folder, policy, cases: countCases(join(at, "cases")) });
      }
    }
  }
  return found;
}

function folders(of) {
  return readdirSync(of, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !["node_modules", "dist", "cases"].includes(entry.name))
    .map((entry) => entry.name)
    .sort();
}

async function importPolicies(file) {
  const esbuild = require("esbuild");
  const { isPolicy } = await import(pathToFileURL(join(root, "packages/sdk/dist/index.js")).href);
  const bundle = await esbuild.build({
    entryPoints: [file],
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "error",
  });
  const source = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
  const module = await import(`data:text/javascript;base64,${source}`);
  return Object.values(module).filter(isPolicy);
}

function countCases(folder) {
  const count = { allow: 0, deny: 0 };
  for (const name of readdirSync(folder)) {
    const expectation = /^expect: (allow|deny)$/m.exec(readFileSync(join(folder, name), "utf8"))?.[1];
    if (expectation !== undefined) count[expectation] += 1;
  }
  return count;
}

const page = join(root, "README.md");

async function currentText(written) {
  let text = written;
  for (const [name, make] of Object.entries(parts)) {
    const part = await make();
    const between = new RegExp(`(<!-- begin ${name} -->\n)[^]*?(<!-- end ${name} -->)`);
    if (!between.test(text)) throw new Error(`README.md has no place for ${name}`);
    text = text.replace(between, (_, begin, end) => `${begin}\n${part}\n\n${end}`);
  }
  return format(text, { ...(await resolveConfig(page)), parser: "markdown" });
}

const written = readFileSync(page, "utf8");
const current = await currentText(written);
if (!process.argv.includes("--check")) writeFileSync(page, current);
else if (current !== written) {
  process.stderr.write("README.md is stale: run `node scripts/readme.mjs`\n");
  process.exitCode = 1;
}
