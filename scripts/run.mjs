/**
 * The commands of the repository: `node scripts/run.mjs check|test|engines|bench|setup`, which package.json names `npm run check`,
 * `npm test` and so on. Each first sets up whatever is missing. Plain Node, because nothing may be installed yet.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { runEngineTests, runTests } from "./run-tests.mjs";
import { root, setUp } from "./set-up.mjs";

const commands = { check, test, engines, bench, setup };

async function check(args) {
  const { rego } = await setUp();
  if (args.some((arg) => !arg.startsWith("-"))) return writ(["check", ...args.map(fromCallersFolder)]);

  const engine = rego || args.some((arg) => arg.startsWith("--engine")) ? [] : ["--engine", "native"];
  const code = writ(["check", "examples", ...engine, ...args]);
  process.stderr.write(
    `\nThis was a demonstration on examples/: \`npx writ check examples\` ends with exit code ${code}.\n` +
      "Judge your own files with `npm run check -- PATHS` or `npx writ check PATHS`.\n",
  );
  // Violations, documents that could not be judged and an empty run are results; anything else means that writ did not run.
  return [0, 1, 3, 4].includes(code) ? 0 : code;
}

async function test(args) {
  await setUp({ forTests: true });
  return runTests(args);
}

async function engines(args) {
  await setUp({ forTests: true });
  return runEngineTests(args);
}

async function bench(args) {
  await setUp({ forTests: args.includes("twins") });
  return run(process.execPath, ["scripts/bench.mjs", ...args]);
}

async function setup() {
  await setUp({ forTests: true });
  return 0;
}

function writ(args) {
  return run(process.execPath, ["packages/cli/bin/writ.js", ...args]);
}

function run(command, args) {
  const done = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  return done.status ?? 1;
}

/** npm moves to the package's folder; a path was meant from where the command was typed. */
function fromCallersFolder(arg) {
  const path = resolve(process.env.INIT_CWD ?? root, arg);
  return arg !== "-" && existsSync(path) ? relative(root, path) || "." : arg;
}

const [name, ...args] = process.argv.slice(2);
if (name === undefined || !Object.hasOwn(commands, name)) {
  process.stderr.write(`usage: node scripts/run.mjs ${Object.keys(commands).join("|")} [arguments]\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await commands[name](args);
}
