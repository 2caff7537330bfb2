import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { apiServerModule, kubernetesVersion } from "./module.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "writ-apiserver-"));
  mkdirSync(join(folder, "go"));
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "go", "go.mod"), "module small\n\nrequire k8s.io/kubernetes v1.2.3\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A `go` that does what a script says; the file to build is its argument after -o. */
function fakeGo(script: string): void {
  const file = join(folder, "bin", "go");
  writeFileSync(file, `#!/bin/sh\nwhile [ "$1" != -o ]; do shift; done\n${script}\n`);
  chmodSync(file, 0o755);
}

const lines: string[] = [];
const build = () => {
  lines.length = 0;
  // Nothing of the machine's Go.
  const env = { PATH: join(folder, "bin"), XDG_CACHE_HOME: join(folder, "cache") };
  return apiServerModule({ env, sources: join(folder, "go"), report: (line) => lines.push(line) });
};
const cache = () => readdirSync(join(folder, "cache", "writ", "apiserver"));

describe("apiServerModule", () => {
  it("builds once, and again when a source changes", async () => {
    fakeGo('echo "$GOOS $GOARCH" > "$2"');
    const first = await build();
    expect(typeof first === "string" && existsSync(first)).toBe(true);
    expect(lines[0]).toMatch(/^building the API server's own decoding and defaulting with Go, once/);
    expect(lines[1]).toMatch(/^built in \d+ s$/);
    rmSync(join(folder, "bin", "go"));
    expect([await build(), lines]).toEqual([first, []]);
    fakeGo('echo > "$2"');
    writeFileSync(join(folder, "go", "main.go"), "package main\n");
    expect(await build()).not.toBe(first);
    expect(cache()).toHaveLength(2);
  });

  it("says what to do without Go", async () => {
    expect(await build()).toEqual({
      message: "the API server's code is not built, and there is no `go` on PATH to build it",
      help: "install Go 1.26 or newer (https://go.dev/dl/) and repeat the command",
    });
    expect(cache()).toEqual([]);
  });

  it("says what Go says when it does not build, and leaves nothing behind", async () => {
    fakeGo("echo first >&2; echo 'main.go:1: undefined: x' >&2; exit 1");
    expect(await build()).toMatchObject({
      message: "the API server's code cannot be built: first; main.go:1: undefined: x",
    });
    expect(cache()).toEqual([]);
  });

  it("keeps the two builds that were used last", async () => {
    fakeGo('echo > "$2"');
    for (const [name, age] of [
      ["0000000000000001", 9],
      ["0000000000000002", 3],
    ] as const) {
      const old = join(folder, "cache", "writ", "apiserver", name);
      mkdirSync(old, { recursive: true });
      const then = new Date(Date.now() - age * 60_000);
      utimesSync(old, then, then);
    }
    const built = await build();
    expect(cache().sort()).toEqual([basenameOf(built), "0000000000000002"].sort());
  });
});

function basenameOf(file: unknown): string {
  return dirname(String(file)).split(/[\\/]/).at(-1) ?? "";
}

describe("kubernetesVersion", () => {
  it("is what go.mod pins", () => {
    expect(kubernetesVersion({ sources: join(folder, "go") })).toBe("1.2.3");
    expect(kubernetesVersion()).toMatch(/^1\.\d+\.\d+$/);
  });
});
