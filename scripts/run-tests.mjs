/** `npm test`: Vitest, and the tests of the Go programs where Go is installed, with one line that counts both. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { filesBelow } from "./stamps.mjs";
import { root } from "./set-up.mjs";

/** The exit code. Arguments go to Vitest, to run some files only. The last line is `N passed, N failed[, N skipped]`. */
export async function runTests(args) {
  return report([await runVitest(args), ...(args.length === 0 ? await runGoTests() : [])]);
}

/**
 * `npm run test:engines`: what runs the real engines; `--full` asks the slow one of them everything, too, and writes the report. The last
 * line and the exit code are those of `runTests`.
 */
export async function runEngineTests(args) {
  const { full, rest } = engineArguments(args);
  const env = { ...process.env, ...(full ? { WRIT_ENGINES: "full" } : {}) };
  return report([await runVitest(["--config=vitest.engines.config.ts", ...rest], env)]);
}

/** Whether everything is asked, and what goes to Vitest. */
export function engineArguments(args) {
  return { full: args.includes("--full"), rest: args.filter((arg) => arg !== "--full") };
}

function report(counts) {
  const total = sumOf(counts);
  process.stdout.write(`\n${lineOf(total)}\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** Counts added up. */
export function sumOf(counts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const count of counts) for (const key of Object.keys(total)) total[key] += count[key];
  return total;
}

/** `N passed, N failed[, N skipped]` */
export function lineOf({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** The counts in the last line of that form in the output of a run. A run that got to none has failed. */
export function countsIn(output) {
  const lines = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)];
  const [, passed = 0, failed = 1, skipped = 0] = lines.at(-1) ?? [];
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped ?? 0) };
}

async function runVitest(args, env = process.env) {
  const folder = mkdtempSync(join(tmpdir(), "writ-tests-"));
  const report = join(folder, "vitest.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const code = await inherit(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...args], env);
    return countVitest(JSON.parse(readFileSync(report, "utf8")), code);
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that does not load has no tests to fail, and an unhandled error belongs to none: each still counts as a failure. */
export function countVitest(report, code) {
  const broken = report.testResults.filter(({ status, assertionResults }) => {
    return status === "failed" && !assertionResults.some((test) => test.status === "failed");
  }).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function runGoTests() {
  const modules = filesBelow(root, { name: /_test\.go$/ }).map((file) => moduleOf(dirname(file)));
  const folders = [...new Set(modules)].filter((folder) => folder !== undefined && !folder.includes("engines"));
  if (folders.length === 0 || spawnSync("go", ["version"], { stdio: "ignore" }).status !== 0) return [];
  const counts = [];
  for (const folder of folders) {
    const { code, text } = await capture("go", ["test", "-json", "./..."], folder);
    const count = countGo(text, code);
    process.stdout.write(`go test in ${folder.slice(root.length)}: ${count.passed} passed, ${count.failed} failed\n`);
    if (count.failed > 0) process.stdout.write(goOutput(text));
    counts.push(count);
  }
  return counts;
}

function moduleOf(folder) {
  if (filesBelow(folder, { name: /^go\.mod$/, depth: 1 }).length > 0) return folder;
  return folder.length <= root.length ? undefined : moduleOf(dirname(folder));
}

function goEvents(text) {
  return text.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
}

function goOutput(text) {
  return goEvents(text)
    .map(({ Output }) => Output ?? "")
    .join("");
}

/** Counts the tests in the output of `go test -json`; a package that does not build is one failure. */
export function countGo(text, code) {
  const of = (action) => goEvents(text).filter((event) => event.Action === action && event.Test !== undefined).length;
  const failed = of("fail");
  return { passed: of("pass"), failed: failed === 0 && code !== 0 ? 1 : failed, skipped: of("skip") };
}

function inherit(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function capture(command, args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (chunk) => (text += chunk));
    child.on("error", () => resolve({ code: 1, text }));
    child.on("close", (code) => resolve({ code: code ?? 1, text }));
  });
}
