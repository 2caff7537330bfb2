import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { builtProgram } from "./build.js";
import { keepRecent, lockBuilds } from "./cache.js";
import { programs } from "./programs.js";
import { readSources } from "./sources.js";

const goModules = fileURLToPath(new URL("../../go", import.meta.url));

const goCache = execFileSync("go", ["env", "GOCACHE"], { encoding: "utf8" }).trim();

describe("the build of an engine", () => {
  let folder: string;
  const lines: string[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "writ-build-"));
    lines.length = 0;
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const options = (env: NodeJS.ProcessEnv = {}, modules = goModules) => ({
    // Go keeps its own cache in the same place unless it is told.
    env: { ...process.env, GOCACHE: goCache, XDG_CACHE_HOME: join(folder, "cache"), ...env },
    modules,
    report: (line: string) => lines.push(line),
  });

  it("says what to install when there is no Go", async () => {
    const built = builtProgram("kube-apiserver", options({ PATH: folder }));
    await expect(built).rejects.toThrow(/kube-apiserver cannot be built: there is no `go` on PATH; install Go 1\.26/);
  });

  it("fails with what Go said, and leaves nothing behind", async () => {
    const modules = join(folder, "go");
    mkdirSync(join(modules, "apiserver-new"), { recursive: true });
    writeFileSync(join(modules, "apiserver-new", "main.go"), "package main\n\nfunc main() { missing() }\n");
    writeFileSync(
      join(modules, "apiserver-new", "go.mod"),
      "module broken\n\ngo 1.26.0\n\nrequire k8s.io/apiserver v0.37.2\n",
    );
    // Nothing of it imports the dependency, so that nothing is fetched.
    const built = builtProgram("apiserver-new", options({ GOFLAGS: "-mod=mod", GOPROXY: "off" }, modules));
    await expect(built).rejects.toThrow(/apiserver-new does not build:\n[\s\S]*undefined: missing/);
    expect(lines[0]).toMatch(/^apiserver-new v0\.37\.2: building/);
    expect(readdirSync(join(folder, "cache", "writ", "engines"))).toEqual([]);
  });

  it("builds once, and again when a source changes", async () => {
    const modules = join(folder, "go");
    mkdirSync(join(modules, "apiserver-old"), { recursive: true });
    writeFileSync(
      join(modules, "apiserver-old", "go.mod"),
      "module small\n\ngo 1.26.0\n\nrequire k8s.io/apiserver v0.30.14\n",
    );
    const build = async (text: string) => {
      writeFileSync(join(modules, "apiserver-old", "main.go"), `package main\n\nfunc main() { println("${text}") }\n`);
      return builtProgram("apiserver-old", options({ GOFLAGS: "-mod=mod", GOPROXY: "off" }, modules));
    };
    const first = await build("one");
    expect(first.version).toBe("0.30.14");
    expect(await build("one")).toEqual(first);
    expect(lines.filter((line) => line.includes("built in"))).toHaveLength(1);
    expect((await build("two")).file).not.toBe(first.file);
    expect(lines.filter((line) => line.includes("built in"))).toHaveLength(2);
  });

  it("keeps the builds used last", () => {
    const make = (key: string, minutesAgo: number): string => {
      const path = join(folder, `etcd-${key}`);
      mkdirSync(path);
      const then = new Date(Date.now() - minutesAgo * 60_000);
      utimesSync(path, then, then);
      return path;
    };
    const used = make("0000000000000001", 9);
    make("0000000000000002", 3);
    make("0000000000000003", 5);
    mkdirSync(join(folder, "etcd-of-another-0000000000000004"));
    keepRecent(folder, "etcd", used);
    expect(readdirSync(folder).sort()).toEqual([
      "etcd-0000000000000001",
      "etcd-0000000000000002",
      "etcd-of-another-0000000000000004",
    ]);
  });

  it("lets one build at a time, and breaks the lock of the dead", async () => {
    const release = await lockBuilds(folder, () => undefined);
    let waits = 0;
    const order: string[] = [];
    const second = lockBuilds(folder, () => (waits += 1)).then((releaseSecond) => {
      order.push("second");
      releaseSecond();
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    order.push("first");
    release();
    await second;
    expect([order, waits]).toEqual([["first", "second"], 1]);
    writeFileSync(join(folder, "build.lock"), "999999999");
    (await lockBuilds(folder, () => undefined))();
  });
});

describe("the sources of an engine", () => {
  it("are pinned to one version each, which the linker gets", () => {
    const versions = Object.entries(programs).map(([name, program]) => [name, readSources(goModules, program).version]);
    expect(Object.fromEntries(versions)).toEqual({
      "apiserver-new": "v0.37.2",
      "apiserver-old": "v0.30.14",
      etcd: "v3.6.15",
      "kube-apiserver": "v1.37.2",
      "kyverno-cli": "v1.19.1",
      kyverno: "v1.19.1",
    });
    expect(readSources(goModules, programs["kube-apiserver"]).linkerFlags).toContain("version.gitMinor=37");
  });

  it("count those of the local modules that they name", () => {
    const copy = mkdtempSync(join(tmpdir(), "writ-sources-"));
    cpSync(goModules, copy, { recursive: true });
    const before = readSources(copy, programs["apiserver-new"]).hash;
    const kyverno = readSources(copy, programs["kyverno-cli"]).hash;
    writeFileSync(join(copy, "admission", "more.go"), "package admission\n");
    expect(readSources(copy, programs["apiserver-new"]).hash).not.toBe(before);
    expect(readSources(copy, programs["kyverno-cli"]).hash).toBe(kyverno);
    rmSync(copy, { recursive: true });
  });
});
