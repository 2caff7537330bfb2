import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectItems } from "./documents.js";
import { readInputs, type InputOptions } from "./read.js";

const pod = "apiVersion: v1\nkind: Pod\n";
const state: { folder: string } = { folder: "" };

beforeAll(async () => {
  state.folder = await mkdtemp(join(tmpdir(), "writ-inputs-"));
  const put = (name: string, content: string | Buffer): Promise<void> => writeFile(join(state.folder, name), content);
  for (const folder of ["a/b", "a/node_modules/x", "a/.git", "odd[1]"]) {
    await mkdir(join(state.folder, folder), { recursive: true });
  }
  await put("a/z.yaml", pod);
  await put("a/b/y.yml", pod);
  await put("a/c.json", '{"apiVersion":"v1","kind":"Pod"}');
  await put("a/readme.md", "# no");
  await put("a/node_modules/x/x.yaml", pod);
  await put("a/.git/x.yaml", pod);
  await put("odd[1]/x.yaml", pod);
  await put("binary.yaml", Buffer.from([1, 2, 0, 3]));
  await put("utf16.yaml", Buffer.from(`\uFEFF${pod}`, "utf16le"));
  await put(
    "latin.yaml",
    Buffer.concat([Buffer.from(`${pod}---\na: `), Buffer.from([0xe9]), Buffer.from(`\n---\n${pod}`)]),
  );
  await put("empty.yaml", "");
  await put("plain", pod);
  await symlink("plain", join(state.folder, "link.yaml"));
  await symlink("..", join(state.folder, "a/b/loop"));
  await symlink("nowhere.yaml", join(state.folder, "a/b/dangling.yaml"));
});

afterAll(async () => {
  await rm(state.folder, { recursive: true });
});

async function read(paths: readonly string[], options: InputOptions = {}): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const file of readInputs(paths, { cwd: state.folder, ...options })) {
    const { documents, problems } = collectItems(file);
    found.push([file.file, `${documents.length} objects`, ...problems.map(({ code }) => code)].join(" "));
  }
  return found;
}

describe("readInputs", () => {
  it("goes through folders in order, without node_modules and .git, and not around a loop", async () => {
    expect(await read(["a"])).toEqual([
      "a/b/dangling.yaml 0 objects INPUT1002",
      "a/b/y.yml 1 objects",
      "a/c.json 1 objects",
      "a/z.yaml 1 objects",
    ]);
  });

  it("reads each file once, and a named file whatever its name", async () => {
    expect(await read(["plain", "a/z.yaml", "./a/z.yaml", "a/*.yaml"])).toEqual([
      "plain 1 objects",
      "a/z.yaml 1 objects",
    ]);
  });

  it("takes globs, and paths that only look like one", async () => {
    expect(await read(["a/**/*.{yml,json}"])).toEqual(["a/b/y.yml 1 objects", "a/c.json 1 objects"]);
    expect(await read(["l*.yaml"])).toEqual(["latin.yaml 2 objects INPUT1005", "link.yaml 1 objects"]);
    expect(await read(["odd[1]/x.yaml"])).toEqual(["odd[1]/x.yaml 1 objects"]);
  });

  it("reports what is missing and goes on", async () => {
    expect(await read(["nope.yaml", "x/*.yaml", "empty.yaml", "plain"])).toEqual([
      "nope.yaml 0 objects INPUT1001",
      "x/*.yaml 0 objects INPUT1006",
      "empty.yaml 0 objects",
      "plain 1 objects",
    ]);
  });

  it("reports what is no UTF-8 text, and judges the documents that are", async () => {
    expect(await read(["binary.yaml", "utf16.yaml", "latin.yaml"])).toEqual([
      "binary.yaml 0 objects INPUT1004",
      "utf16.yaml 0 objects INPUT1005",
      "latin.yaml 2 objects INPUT1005",
    ]);
  });

  it("reads standard input", async () => {
    async function* stdin(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(pod.slice(0, 5));
      yield Buffer.from(pod.slice(5));
    }
    expect(await read(["-"], { stdin: stdin() })).toEqual(["<stdin> 1 objects"]);
  });

  it("refuses a file beyond the limit", async () => {
    expect(await read(["plain"], { budget: { fileBytes: 3 } })).toEqual(["plain 0 objects INPUT1003"]);
  });
});
