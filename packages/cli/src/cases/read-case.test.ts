import { describe, expect, it } from "vitest";
import { readCase } from "./read-case.js";

const resource = "resource:\n  apiVersion: v1\n  kind: Pod\n  spec: { hostNetwork: yes, hostPID: null }\n";

function problems(text: string): readonly string[] {
  const read = readCase(text, "/cases/x.yaml");
  if (read.ok) return [];
  return read.problems.map(({ line, column, message }) => `${line ?? 0}:${column ?? 0} ${message}`);
}

describe("readCase", () => {
  it("reads the resource as a manifest is read", () => {
    const read = readCase(`expect: allow\n${resource}`, "/cases/plain-pod.yaml");
    expect(read).toMatchObject({
      ok: true,
      value: {
        name: "plain-pod",
        expected: [],
        operation: "CREATE",
        namespace: "default",
        resource: { spec: { hostNetwork: true, hostPID: null } },
      },
    });
  });
  it("reads all keys, after comments and a document marker", () => {
    const text = `# why\n---\nname: moved\nexpect: deny\nviolations:\n  - { path: [spec, 0, "a.b/c"], message: refused }\nparams: { a: [x] }\noperation: UPDATE\noldObject: { kind: Pod }\nnamespace: shop\n${resource}`;
    expect(readCase(text, "/cases/x.yaml")).toMatchObject({
      ok: true,
      value: {
        name: "moved",
        expected: [{ path: ["spec", 0, "a.b/c"], message: "refused" }],
        params: { a: ["x"] },
        operation: "UPDATE",
        oldObject: { kind: "Pod" },
        namespace: "shop",
      },
    });
  });
  it("refuses a misspelt key where it stands", () => {
    expect(problems(`expect: allow\nvoilations: []\n${resource}`)).toEqual(["2:13 unknown key `voilations`"]);
    const nested = `expect: deny\nviolations:\n  - path: [spec]\n    mesage: x\n${resource}`;
    expect(problems(nested)).toEqual(["4:13 unknown key `mesage`", "3:5 `message` must be a text"]);
  });
  it.each([
    ["no expectation", resource, "1:1 the case does not say what it expects"],
    ["another expectation", `expect: maybe\n${resource}`, "1:9 `expect` must be one of allow, deny"],
    ["a denial without violations", `expect: deny\n${resource}`, "1:9 `expect: deny` needs the list of `violations`"],
    [
      "an empty list",
      `expect: deny\nviolations: []\n${resource}`,
      "2:13 `expect: deny` needs the list of `violations`",
    ],
    [
      "violations of an allowed one",
      `expect: allow\nviolations: []\n${resource}`,
      "2:13 `expect: allow` goes without `violations`",
    ],
    ["no resource", "expect: allow\n", "1:1 the case has no `resource`"],
    ["a resource that is a text", "expect: allow\nresource: x\n", "2:11 `resource` must be an object"],
    [
      "an old object at creation",
      `expect: allow\noldObject: {}\n${resource}`,
      "2:12 `oldObject` is what an UPDATE replaces",
    ],
    [
      "a path that is a text",
      `expect: deny\nviolations: [{ path: spec, message: x }]\n${resource}`,
      "2:22 `path` must be a list of names and indices",
    ],
    ["a second document", `expect: allow\n${resource}---\na: 1\n`, "7:0 a case file holds one document"],
  ])("refuses %s", (_, text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });
  it("gives the place of broken YAML in the file", () => {
    expect(problems("expect: allow\nresource: [\n")[0]).toMatch(/^[23]:/);
    expect(problems("expect: allow\nexpect: deny\n")[0]).toMatch(/^2:1 /);
  });
});
