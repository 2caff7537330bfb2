import { describe, expect, it } from "vitest";
import { collectItems, parseDocuments } from "./documents.js";
import type { InputDocument, PathSegment } from "./types.js";

function document(text: string, index = 0): InputDocument {
  const found = collectItems(parseDocuments(text, { file: "x.yaml" })).documents[index];
  if (found === undefined) throw new Error("the test's text has no such document");
  return found;
}

/** The text between the places that a location names, so that a test reads what a person would see underlined. */
function underlined(text: string, path: readonly PathSegment[], index = 0): string {
  const { line, column, endLine, endColumn } = document(text, index).locate(path);
  const lines = text.split("\n").slice(line - 1, endLine);
  const last = lines.length - 1;
  return lines
    .map((content, at) => content.slice(at === 0 ? column - 1 : 0, at === last ? endColumn - 1 : undefined))
    .join("\n");
}

const text = `# comment
apiVersion: v1
kind: Pod
spec:
  plain: some text  # c
  double: "a\\tb"
  single: 'it''s'
  empty:
  literal: |  # c | d
    one
    two
  flow: [a, {b: c, d: [e]} ] # ]
  open: [
    x, # ]
    ]
  list:
    - name: first
      image: x
    -
      name: second
  anchor: &a
    deep: {er: 1}
  alias: *a
  merged:
    <<: *a
    own: 2
  tagged: !!str 12
  "quoted key": v
  0x10: hex
  😀: after
`;

describe("locate", () => {
  it.each([
    [["kind"], "Pod"],
    [["spec", "plain"], "some text"],
    [["spec", "double"], '"a\\tb"'],
    [["spec", "single"], "'it''s'"],
    [["spec", "flow"], "[a, {b: c, d: [e]} ]"],
    [["spec", "flow", 1], "{b: c, d: [e]}"],
    [["spec", "flow", 1, "d", 0], "e"],
    [["spec", "open"], "[\n    x, # ]\n    ]"],
    [["spec", "list", 0], "name: first\n      image: x"],
    [["spec", "list", 1, "name"], "second"],
    [["spec", "alias"], "*a"],
    [["spec", "alias", "deep", "er"], "1"],
    [["spec", "merged", "deep"], "{er: 1}"],
    [["spec", "merged", "own"], "2"],
    [["spec", "tagged"], "12"],
    [["spec", "quoted key"], "v"],
    [["spec", "16"], "hex"],
    [["spec", "😀"], "after"],
  ] satisfies readonly (readonly [readonly PathSegment[], string])[])("finds %j", (path, expected) => {
    expect(underlined(text, path)).toBe(expected);
    expect(document(text).locate(path).path).toEqual(path);
  });

  it("starts a block scalar at its header", () => {
    expect(document(text).locate(["spec", "literal"])).toMatchObject({ line: 9, column: 12 });
  });

  it("shows the key of a value without text", () => {
    expect(underlined(text, ["spec", "empty"])).toBe("empty");
  });

  it("shows the key of the list around an element without text", () => {
    const lone = "apiVersion: v1\nkind: Pod\nlist:\n- a\n-\n";
    expect(underlined(lone, ["list", 1])).toBe("list");
    expect(underlined(lone, ["list", 1, "x"])).toBe("list");
  });

  it("shows the key of the nearest ancestor of what is missing", () => {
    const pod = document(text);
    expect(underlined(text, ["spec", "list", 0, "securityContext", "x"])).toBe("name");
    expect(pod.locate(["spec", "list", 0, "securityContext", "x"]).path).toEqual(["spec", "list", 0]);
    expect(underlined(text, ["spec", "plain", "x"])).toBe("plain");
    expect(underlined(text, ["spec", "list", 7])).toBe("list");
    expect(underlined(text, ["spec", "alias", "x"])).toBe("alias");
    expect(underlined(text, ["status"])).toBe("apiVersion");
    expect(pod.locate(["status"]).path).toEqual([]);
    expect(pod.locate(["spec", "constructor"]).path).toEqual(["spec"]);
  });

  it("counts columns in UTF-16 code units", () => {
    expect(document(text).locate(["spec", "😀"])).toMatchObject({ line: 30, column: 7, endColumn: 12 });
  });

  it("takes the last of two equal keys, as the value does", () => {
    expect(document("apiVersion: v1\nkind: Pod\na: 1\na: 2\n").locate(["a"]).line).toBe(4);
  });

  it("works in later documents, in items of lists and with CRLF", () => {
    const many = `a: 1\r\n---\r\napiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: v1\r\n  kind: Pod\r\n- apiVersion: v1\r\n  kind: Pod\r\n  a:\r\n  - b\r\n`;
    const second = document(many, 1);
    expect(second.locate(["a", 0])).toMatchObject({ line: 11, column: 5, endColumn: 6, path: ["a", 0] });
    expect(second.locate(["x"])).toMatchObject({ line: 8, column: 3, path: [] });
    expect(document(many, 0).locate(["kind"])).toMatchObject({ line: 7, column: 9 });
  });

  it("is exact where brackets close left of their key", () => {
    const left = "apiVersion: v1\nkind: Pod\na: [\nx,\n  y,\nz\n]\nb: c\n";
    expect(underlined(left, ["a", 0])).toBe("x");
    expect(underlined(left, ["a", 1])).toBe("y");
    expect(underlined(left, ["a", 2])).toBe("z");
    expect(underlined(left, ["a"])).toBe("[\nx,\n  y,\nz\n]");
    expect(underlined(left, ["b"])).toBe("c");
  });
});
