/**
 * Writes the generated parts of README.md and docs/guide.md: policies with their real output, and the table of the library.
 * `--check` compares instead, and ends with 1 when a page is stale.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { format, resolveConfig } from "prettier";

const root = fileURLToPath(new URL("../", import.meta.url));
const require = createRequire(join(root, "packages/cli/package.json"));

/** What each page holds between `<!-- begin NAME -->` and `<!-- end NAME -->`. */
const pages = {
  "README.md": {
    policy: () => fenced("ts", readFileSync(join(root, "docs/readme/no-mutable-tags.ts"), "utf8")),
    output: () =>
      fenced("", output("docs/readme", ["check", "web.yaml", "--policies", "no-mutable-tags.ts", "--no-cache"], 1)),
    coverage: coverageTable,
  },
  "docs/guide.md": {
    ...Object.fromEntries(
      ["ingress-class", "external-ips", "pvc-size", "frozen-owner", "certificate-issuer"].map((id) => [
        id,
        () => guideFile("ts", `policies/${id}/policy.ts`),
      ]),
    ),
    case: () => guideFile("yaml", "policies/frozen-owner/cases/deny-moved.yaml"),
    check: () => fenced("", output("docs/guide", ["check", "service.yaml", "--no-cache"], 1)),
    test: () => fenced("", output("docs/guide", ["test", "--no-cache"], 0)),
  },
};

function guideFile(language, file) {
  return fenced(language, readFileSync(join(root, "docs/guide", file), "utf8"));
}

function fenced(language, text) {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** What a command really prints in a folder; it must end with this exit code. */
function output(folder, args, code) {
  const env = { ...process.env, NO_COLOR: "1", COLUMNS: "88" };
  const run = spawnSync(process.execPath, [join(root, "packages/cli/bin/writ.js"), ...args], {
    cwd: join(root, folder),
    env,
    encoding: "utf8",
  });
  if (run.status !== code) throw new Error(`writ ${args.join(" ")} ended with ${run.status}: ${run.stderr}`);
  return `$ npx writ ${args.filter((arg) => arg !== "--no-cache").join(" ")}\n\n${run.stdout}`;
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

async function currentText(name, written) {
  let text = written;
  for (const [part, make] of Object.entries(pages[name])) {
    const made = await make();
    const between = new RegExp(`(<!-- begin ${part} -->\n)[^]*?(<!-- end ${part} -->)`);
    if (!between.test(text)) throw new Error(`${name} has no place for ${part}`);
    text = text.replace(between, (_, begin, end) => `${begin}\n${made}\n\n${end}`);
  }
  return format(text, { ...(await resolveConfig(join(root, name))), parser: "markdown" });
}

for (const name of Object.keys(pages)) {
  const page = join(root, name);
  const written = readFileSync(page, "utf8");
  const current = await currentText(name, written);
  if (!process.argv.includes("--check")) writeFileSync(page, current);
  else if (current !== written) {
    process.stderr.write(`${name} is stale: run \`node scripts/readme.mjs\`\n`);
    process.exitCode = 1;
  }
}
