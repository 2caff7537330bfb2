import { describe, expect, it } from "vitest";
import { collectItems, parseDocuments } from "./documents.js";
import type { Budget, InputProblem } from "./types.js";

const pod = "apiVersion: v1\nkind: Pod\n";

function read(text: string, budget?: Partial<Budget>): ReturnType<typeof collectItems> {
  return collectItems(parseDocuments(text, { file: "x.yaml", ...(budget === undefined ? {} : { budget }) }));
}

function brief(problems: readonly InputProblem[]): readonly string[] {
  return problems.map(({ severity, code, line, column }) => `${severity} ${code} ${line}:${column}`);
}

describe("documents of a file", () => {
  it("are split at lines that start with ---, and numbered without the empty ones", () => {
    const { documents, problems, others } = read(
      `---\n# c\n--- # first\n${pod}a: 1\n---\r\n\n---\n${pod}a: 2\n---\nnull\n---\n`,
    );
    expect(documents.map(({ index, value }) => [index, value["a"]])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(problems).toEqual([]);
    expect(others).toBe(0);
  });

  it("take CRLF line ends and a byte order mark", () => {
    const { documents } = read(`\uFEFFapiVersion: v1\r\nkind: Pod\r\na: |\r\n  x\r\n  y\r\nb: yes\r\n`);
    expect(documents[0]?.value).toEqual({ apiVersion: "v1", kind: "Pod", a: "x\ny\n", b: true });
  });

  it("go on after a broken one, whose error has its line and column in the file", () => {
    const { documents, problems } = read(`${pod}---\n${pod}a: b: c\n---\n${pod}a: 3\n`);
    expect(documents.map(({ value }) => value["a"])).toEqual([undefined, 3]);
    expect(brief(problems)).toEqual(["error INPUT2001 6:5"]);
  });

  it("may not start on the line of the separator", () => {
    const { documents, problems } = read(`${pod}--- {a: b}\nc: d\n---\n${pod}`);
    expect(documents.length).toBe(2);
    expect(brief(problems)).toEqual(["error INPUT2003 3:5"]);
  });

  it("say that a template must be rendered first", () => {
    const { problems } = read(`${pod}spec: {{ .Values.spec }}\n`);
    expect(brief(problems)).toEqual(["error INPUT2002 3:8"]);
    expect(problems[0]?.help).toContain("helm template");
    expect(read(`${pod}a: "{{ x }}"\n`).problems).toEqual([]);
  });

  it("warn of what kubectl would silently drop after ...", () => {
    const { documents, problems } = read(`${pod}...\n${pod}`);
    expect(documents.length).toBe(1);
    expect(brief(problems)).toEqual(["warning INPUT2012 4:1"]);
  });

  it("report a duplicate key and keep the last value, as kubectl does", () => {
    const { documents, problems } = read(`${pod}a: 1\nb:\n  - x: 1\n    x: 2\na: 3\n1: p\n"1": q\n`);
    expect(documents[0]?.value).toMatchObject({ a: 3, b: [{ x: 2 }], "1": "q" });
    expect(brief(problems)).toEqual(["error INPUT2004 6:5", "error INPUT2004 7:1", "error INPUT2004 9:1"]);
  });

  it("count what is no Kubernetes object, and warn when it nearly is one", () => {
    const { documents, problems, others } = read(
      "a: 1\n---\n- 1\n---\ntext\n---\nkind: Pod\n---\napiVersion: 1\nkind: X\n",
    );
    expect(documents).toEqual([]);
    expect(others).toBe(5);
    expect(brief(problems)).toEqual(["warning INPUT3001 7:1", "warning INPUT3001 9:1"]);
  });

  it("own `__proto__` as an ordinary key", () => {
    const { documents } = read(`${pod}__proto__:\n  polluted: true\n`);
    expect(Object.keys(documents[0]?.value ?? {})).toContain("__proto__");
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("get a tree of their own where they use aliases", () => {
    const { documents } = read(`${pod}a: &x {b: [1]}\nc: *x\n`);
    const value = documents[0]?.value ?? {};
    expect(value["c"]).toEqual({ b: [1] });
    expect(value["c"]).not.toBe(value["a"]);
  });

  it("let a merge key replace what stands before it, as go-yaml does", () => {
    const { documents } = read(`${pod}x: &x {a: 1, b: 2}\np: {a: 0, <<: *x}\nq: {<<: *x, a: 0}\n`);
    expect(documents[0]?.value).toMatchObject({ p: { a: 1, b: 2 }, q: { a: 0, b: 2 } });
  });

  it("can be read twice and give lines to show", () => {
    const file = parseDocuments(`${pod}a: 1\r\nb: 2`, { file: "x.yaml" });
    expect([...file.items].length).toBe(1);
    expect([...file.items].length).toBe(1);
    expect(file.lines(3, 9)).toEqual(["a: 1", "b: 2"]);
    expect(file.lines(0, 1)).toEqual(["apiVersion: v1"]);
  });
});

describe("lists", () => {
  it("expand into their items, inside each other too", () => {
    const { documents } = read(
      "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n- apiVersion: v1\n  kind: PodList\n  items:\n  - spec: {}\n",
    );
    expect(documents.map(({ index, value, basePath }) => [index, value["kind"], basePath])).toEqual([
      [0, "Pod", ["items", 0]],
      [1, "Pod", ["items", 1, "items", 0]],
    ]);
  });

  it("give their items the kind and version that kubectl derives", () => {
    const { documents } = read('{"apiVersion":"apps/v1","kind":"DeploymentList","items":[{"spec":{}},{"kind":"X"}]}');
    expect(documents.map(({ value }) => value)).toEqual([
      { apiVersion: "apps/v1", kind: "Deployment", spec: {} },
      { apiVersion: "apps/v1", kind: "X" },
    ]);
  });

  it("report items that are no objects", () => {
    const { documents, problems, others } = read(
      "apiVersion: v1\nkind: List\nitems:\n- 1\n- a: 1\n- {apiVersion: v1, kind: Pod}\n",
    );
    expect(documents.length).toBe(1);
    expect(brief(problems)).toEqual(["error INPUT3002 4:3", "warning INPUT3001 5:3"]);
    expect(others).toBe(1);
  });

  it("may be empty; and another kind that ends in List is an object", () => {
    expect(read("apiVersion: v1\nkind: List\nitems: []\n").documents).toEqual([]);
    expect(read("apiVersion: v1\nkind: List\n").documents).toEqual([]);
    expect(read("apiVersion: a/v1\nkind: AllowList\nspec: {}\n").documents.length).toBe(1);
  });
});

describe("JSON", () => {
  it("is read as JSON: surrogate pairs, escaped slashes, several values in one file", () => {
    const { documents, problems } = read(
      '{"apiVersion":"v1","kind":"Pod","a":"\\ud83d\\ude00\\/"}\n{"apiVersion":"v1","kind":"Pod","a":-0}\n',
    );
    expect(documents.map(({ value }) => value["a"])).toEqual(["\u{1F600}/", 0]);
    expect(Object.is(documents[1]?.value["a"], 0)).toBe(true);
    expect(documents[1]?.locate(["a"])).toMatchObject({ line: 2, column: 37 });
    expect(problems).toEqual([]);
  });

  it("has its duplicate keys reported, and half surrogate pairs replaced", () => {
    expect(brief(read('{"apiVersion":"v1","kind":"Pod",\n "a":{"b":1,"b:":2,"b":3}}').problems)).toEqual([
      "error INPUT2004 2:20",
    ]);
    expect(read('{"apiVersion":"v1","kind":"Pod","a":"\\ud800"}').documents[0]?.value["a"]).toBe("\uFFFD");
  });

  it("that is broken is an error with its place", () => {
    expect(brief(read('{"apiVersion":"v1",\n"kind":"Pod"\n"a":1}').problems)).toEqual(["error INPUT2001 3:1"]);
  });
});

describe("budgets", () => {
  it("refuse alias bombs, merge bombs and alias cycles at a line", () => {
    const bomb = (first: string, next: (name: string) => string): string =>
      [`a0: &a0 ${first}`, ...Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} ${next(`*a${i}`)}`)].join(
        "\n",
      );
    const ten = (name: string): string => Array.from({ length: 10 }, () => name).join(", ");
    for (const text of [bomb("[x]", (name) => `[${ten(name)}]`), bomb("{}", (name) => `{<<: [${ten(name)}]}`)]) {
      const start = performance.now();
      const { documents, problems } = read(pod + text);
      expect(documents).toEqual([]);
      expect(problems.map(({ code }) => code)).toEqual(["INPUT2010"]);
      expect(performance.now() - start).toBeLessThan(5000);
    }
    expect(brief(read(`${pod}a: &a [*a]\n`).problems)).toEqual(["error INPUT2010 3:8"]);
    expect(brief(read(`${pod}a: *b\n`).problems)).toEqual(["error INPUT2008 3:4"]);
  });

  it("refuse nesting beyond the depth, in every style and along aliases", () => {
    const deep = 2000;
    const block = Array.from({ length: deep }, (_, i) => `${" ".repeat(i)}a:`).join("\n");
    const chain = Array.from({ length: deep }, (_, i) => `a${i + 1}: &a${i + 1} {<<: *a${i}}`).join("\n");
    const texts = [
      `${pod}a: ${"[".repeat(deep)}${"]".repeat(deep)}\n`,
      `${pod}spec:\n${block.replace(/^/gm, " ")}\n`,
      `${pod}a0: &a0 {x: 1}\n${chain}\n`,
      `{"apiVersion":"v1","kind":"Pod","a":${"[".repeat(deep)}${"]".repeat(deep)}}`,
    ];
    // The chain also adds many values, so either limit may speak first.
    for (const text of texts)
      expect(
        read(text)
          .problems.map(({ code }) => code)
          .join(),
      ).toMatch(/^INPUT201[01]$/);
    expect(read(`${pod}a: ${"[".repeat(900)}${"]".repeat(900)}\n`).problems).toEqual([]);
  });

  it("refuse a document that is too long, not the others", () => {
    const { documents, problems } = read(`${pod}a: ${"x".repeat(300)}\n---\n${pod}`, { documentLength: 200 });
    expect(documents.length).toBe(1);
    expect(brief(problems)).toEqual(["error INPUT1003 1:1"]);
  });

  it("read brackets that close left of their key, but not without end", () => {
    expect(read(`${pod}a:\n  b: [\n  x,\n"y\nz"\n]\n`).documents[0]?.value["a"]).toEqual({ b: ["x", "y z"] });
    const { problems } = read(`${pod}a: [\n${"1,\n".repeat(20_000)}]\n`);
    expect(problems.map(({ code }) => code)).toEqual(["INPUT2001"]);
  });
});

describe("characters", () => {
  it("that cannot be judged refuse their document", () => {
    expect(brief(read(`${pod}a: b\0c\n`).problems)).toEqual(["error INPUT2001 3:5"]);
    expect(brief(read(`${pod}# x\u2028privileged: true\n`).problems)).toEqual(["error INPUT2001 3:4"]);
    expect(read(`${pod}a: .inf\n`).problems[0]?.code).toBe("INPUT2006");
    expect(read(`${pod}? [a]\n: b\n`).problems[0]?.code).toBe("INPUT2007");
    expect(read(`${pod}~: b\n`).problems[0]?.code).toBe("INPUT2007");
    expect(read(`${pod}a: !!int x\n`).problems[0]?.code).toBe("INPUT2005");
    expect(read(`${pod}<<: 1\n`).problems[0]?.code).toBe("INPUT2009");
  });
});
