import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { badPod, config, goodPod, privilegedPolicy, project, withPolicy, write, writ } from "./project.js";
import { running, watching } from "./watching.js";

const native = ["--watch", "--engine", "native"];

afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
});

/** As editors save: a new file that takes the place of the old one. */
function renameOver(root: string, path: string, content: string): void {
  write(root, { [`${path}.tmp~`]: content });
  renameSync(join(root, `${path}.tmp~`), join(root, path));
}

describe.skipIf(process.platform === "win32")("writ check --watch", { timeout: 300_000 }, () => {
  it("judges again what changed, goes on when a policy is broken, and ends with the last exit code", async () => {
    const root = withPolicy({ "k8s/web.yaml": goodPod });
    const command = watching(root, ["check", "k8s", "--watch"]);
    await command.until("0 violations\n");

    write(root, { "k8s/web.yaml": badPod });
    const second = await command.until("container app is privileged", "exit code 1; waiting");
    expect(second).toMatch(/^\n\d\d:\d\d:\d\d {2}changed k8s\/web\.yaml\n/);
    expect(second).toMatch(/\n\d+\.\d s, exit code 1; waiting for changes, Ctrl-C ends\n$/);

    write(root, { "policies/no-privileged/policy.ts": privilegedPolicy.replace("=== true", "== true") });
    await command.until("changed policies/no-privileged/policy.ts\n", "error[WRIT1208]", "exit code 2; waiting");

    // Nothing can be judged, and a document that changes meanwhile is not forgotten.
    write(root, { "k8s/web.yaml": goodPod, "k8s/other.yaml": badPod.replace("name: app", "name: other") });
    await command.until("error[WRIT1208]");

    write(root, { "policies/no-privileged/policy.ts": privilegedPolicy.replace("is privileged", "must not be so") });
    await command.until("container other must not be so");
    expect(await command.interrupt()).toBe(1);
  });

  it("sees files that are renamed over, removed, made again, moved, and folders made later", async () => {
    const root = withPolicy({ "web.yaml": goodPod });
    const command = watching(root, ["check", "web.yaml", "later/deep", ...native]);
    // What is named and is not there is an error, not nothing.
    await command.until("exit code 3; waiting");
    renameOver(root, "web.yaml", badPod);
    await command.until("1 violation");
    renameOver(root, "web.yaml", goodPod);
    await command.until("0 violations");
    rmSync(join(root, "web.yaml"));
    await command.until("removed web.yaml");
    write(root, { "web.yaml": goodPod });
    // A file that is back at once is told as changed.
    await command.until("web.yaml", "1 document in 1 file");
    write(root, { "later/deep/er/one.yaml": badPod });
    await command.until("1 violation", "exit code 1; waiting");
    renameSync(join(root, "later/deep/er"), join(root, "later/deep/other"));
    await command.until("later/deep/other/one.yaml:9:21");
    rmSync(join(root, "later"), { recursive: true });
    await command.until("exit code 3; waiting");
    write(root, { "later/deep/one.yaml": goodPod });
    await command.until("exit code 0; waiting");
    expect(await command.interrupt()).toBe(0);
  });

  it("follows globs, and what policies import, and nothing else", async () => {
    const helper = "export const limit = 1;\n";
    const policy = privilegedPolicy
      .replace("import {", `import { limit } from "../limit.js";\nimport {`)
      .replace("=== true,", "=== true && limit > 0,");
    const root = withPolicy({
      "policies/no-privileged/policy.ts": policy,
      "policies/limit.ts": helper,
      "a/web.prod.yaml": badPod,
    });
    const command = watching(root, ["check", "*/*.prod.yaml", ...native]);
    await command.until("1 violation");
    write(root, {
      "a/web.test.yaml": badPod,
      "policies/no-privileged/policy.test.ts": "throw new Error();",
      "policies/unused.ts": "throw new Error();",
      "policies/no-privileged/cases/one.yaml": "",
      "node_modules/a/b.prod.yaml": badPod,
      "README.md": "",
    });
    // The same text again is no change of a policy.
    write(root, { "policies/limit.ts": helper });
    write(root, { "b/web.prod.yaml": badPod.replace("name: web", "name: second") });
    await command.until("added b/web.prod.yaml\n", "2 violations");
    const news = (): readonly string[] =>
      [...command.text().matchAll(/^\d\d:\d\d:\d\d {2}(.*)$/gm)].map(([, what = ""]) => what);
    expect(news()).toEqual(["added b/web.prod.yaml"]);
    write(root, { "policies/limit.ts": "export const limit = 0;\n" });
    await command.until("0 violations");
    expect(news()).toEqual(["added b/web.prod.yaml", "changed policies/limit.ts"]);
    expect(await command.interrupt()).toBe(0);
  });

  it("takes up new policies, a changed configuration and a module that was missing", async () => {
    const root = project({ "web.yaml": badPod, "writ.config.ts": "export default {" });
    const command = watching(root, ["check", "web.yaml", ...native]);
    await command.until("error[WRIT2001]");
    write(root, { "writ.config.ts": config });
    await command.until("error[WRIT2010]");
    write(root, {
      "policies/one/policy.ts": privilegedPolicy
        .replace("import {", `import { yes } from "./yes.js";\nimport {`)
        .replace("=== true", "=== yes"),
    });
    await command.until("error[WRIT2011]");
    write(root, { "policies/one/yes.ts": "export const yes = true;\n" });
    await command.until("1 violation");
    const other = privilegedPolicy.replaceAll("no-privileged", "other").replaceAll("noPrivileged", "other");
    write(root, { "policies/two/policy.ts": other });
    await command.until("judged by 2 policies");
    rmSync(join(root, "policies/two"), { recursive: true });
    await command.until("judged by 1 policy");
    write(root, { "writ.config.ts": config.replace("({", `({ failOn: "critical",`) });
    await command.until("exit code 0; waiting");
    expect(await command.interrupt()).toBe(0);
  });

  it("comes to an end where links lead back", async () => {
    const root = withPolicy({ "k8s/deep/web.yaml": goodPod });
    symlinkSync("../..", join(root, "k8s/deep/up"));
    const command = watching(root, ["check", "k8s", ...native]);
    await command.until("0 violations");
    write(root, { "k8s/deep/web.yaml": badPod });
    await command.until("changed k8s/deep/web.yaml", "1 violation");
    expect(command.text()).not.toContain("WRIT2006");
    expect(await command.interrupt()).toBe(1);
  });

  it("can be interrupted in a module that does not end", async () => {
    const root = withPolicy({ "web.yaml": goodPod });
    const command = watching(root, ["check", "web.yaml", ...native]);
    await command.until("exit code 0; waiting");
    const endless = `${privilegedPolicy}process.stderr.write("begun\\n");\nfor (;;);\n`;
    write(root, { "policies/no-privileged/policy.ts": endless });
    await command.untilPrinted("begun");
    command.signal();
    await command.until("error[WRIT2012]", "exit code 2; waiting");
    expect(await command.interrupt()).toBe(2);
  });

  it("gives machines a line for each run, and nothing else", async () => {
    const root = withPolicy({ "web.yaml": goodPod });
    const command = watching(root, ["check", "web.yaml", "--format", "json", ...native], "line");
    await command.until(`"violations":0,`);
    write(root, { "web.yaml": badPod });
    await command.until(`"violations":1,`);
    write(root, { "policies/no-privileged/policy.ts": "export {};" });
    await command.until("WRIT2014");
    const reports = command
      .text()
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(reports.at(-1)).toMatchObject({ errors: [{ code: "WRIT2014" }] });
    expect(await command.interrupt()).toBe(2);
  });

  it("does not take its own report for a change", async () => {
    const root = withPolicy({ "web.yaml": goodPod });
    const args = ["check", "--output", "report.json", "--format", "json", "--no-cache", ...native];
    const command = watching(root, args);
    await command.until();
    const report = (): unknown => JSON.parse(readFileSync(join(root, "report.json"), "utf8"));
    expect(report()).toMatchObject({ summary: { violations: 0 } });
    write(root, { "web.yaml": badPod });
    await command.until("changed web.yaml\n");
    expect(report()).toMatchObject({ summary: { violations: 1 } });
    write(root, { "web.yaml": goodPod });
    await command.until("changed web.yaml\n");
    expect(report()).toMatchObject({ summary: { violations: 0 } });
    expect(command.text()).not.toMatch(/(added|changed) report\.json/);
    // `--no-cache` is kept to, though the runs share what they compile.
    expect(existsSync(join(root, ".writ"))).toBe(false);
    expect(await command.interrupt()).toBe(0);
  });

  it("refuses what it cannot read again", () => {
    const root = withPolicy();
    const { code, err } = writ(root, ["check", "-", "--watch"]);
    expect(code).toBe(2);
    expect(err).toContain("error[WRIT2005] `-` cannot be watched");
    write(root, { "writ.config.ts": config.replace("({", `({ inputs: ["-"],`) });
    expect(writ(root, ["check", "--watch"]).err).toContain("WRIT2005");
  });
});

describe.skipIf(process.platform === "win32")("writ test --watch", { timeout: 300_000 }, () => {
  const caseOf = (pod: string): string => `expect: allow\nresource:\n${pod.replace(/^(?=.)/gm, "  ")}`;

  it("runs the cases again when one of them, a policy or what it imports changes", async () => {
    const root = withPolicy();
    const command = watching(root, ["test", ...native]);
    await command.until("exit code 4; waiting");
    mkdirSync(join(root, "policies/no-privileged/cases"));
    write(root, { "policies/no-privileged/cases/good.yaml": caseOf(goodPod) });
    await command.until("1 case passed");
    write(root, { "policies/no-privileged/cases/bad.yaml": caseOf(badPod) });
    await command.until("added policies/no-privileged/cases/bad.yaml", "1 of 2 cases failed", "exit code 1; waiting");
    // A document elsewhere is no case.
    write(root, { "web.yaml": badPod });
    write(root, {
      "policies/no-privileged/policy.ts": privilegedPolicy.replace(
        "privileged === true",
        "readOnlyRootFilesystem === true",
      ),
    });
    await command.until("changed policies/no-privileged/policy.ts\n", "2 cases passed");
    expect(command.text()).not.toContain("web.yaml");
    expect(await command.interrupt()).toBe(0);
  });
});
