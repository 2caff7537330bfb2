import type { ProblemCode } from "./problems.js";

/** A file with the problem and one without it, or what is typed. */
export type InputExample =
  | { readonly kind: "file"; readonly wrong: string; readonly right: string }
  | { readonly kind: "command"; readonly wrong: string; readonly right: string };

const file = (wrong: string, right: string): InputExample => ({
  kind: "file",
  wrong: `${wrong}\n`,
  right: `${right}\n`,
});
const command = (wrong: string, right: string): InputExample => ({ kind: "command", wrong, right });

const map = (lines: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\n${lines}`;

/** An example for each code. Those with a file are read by the tests; the others are about what is no text at all. */
export const problemExamples: Readonly<Record<ProblemCode, InputExample>> = {
  INPUT1001: command("writ check depoly/", "writ check deploy/"),
  INPUT1002: command("writ check secret.yaml # chmod 000", "writ check secret.yaml # chmod 400"),
  INPUT1003: command("writ check everything.yaml # 300 MiB", "writ check everything/ # the same in several files"),
  INPUT1004: command("writ check chart.tgz", "helm template chart.tgz | writ check -"),
  INPUT1005: command("writ check utf16.yaml", "iconv -f utf16 -t utf8 utf16.yaml | writ check -"),
  INPUT1006: command("writ check 'deploy/*.jaml'", "writ check 'deploy/*.yaml'"),
  INPUT2001: file(map("data: [a"), map("data: { a: b }")),
  INPUT2002: file(map("data:\n  name: {{ .Values.name }}"), map("data:\n  name: web")),
  INPUT2003: file("--- apiVersion: v1\nkind: ConfigMap", "---\napiVersion: v1\nkind: ConfigMap"),
  INPUT2004: file(map("data: { a: b }\ndata: { c: d }"), map("data: { a: b, c: d }")),
  INPUT2005: file(map("data: { a: !!int many }"), map("data: { a: !!str many }")),
  INPUT2006: file(map("data: { a: .inf }"), map('data: { a: ".inf" }')),
  INPUT2007: file(map("data: { [a, b]: c }"), map("data: { a: c, b: c }")),
  INPUT2008: file(map("data: { a: *name }"), map("data: { b: &name web, a: *name }")),
  INPUT2009: file(map("data: { <<: web }"), map("data: { <<: { a: web } }")),
  INPUT2010: file(map("data: &all { all: *all }"), map("data: { all: web }")),
  INPUT2011: file(map(`data: ${"[".repeat(1100)}${"]".repeat(1100)}`), map("data: { a: b }")),
  INPUT2012: file(
    `${map("data: { a: b }")}\n...\n${map("data: { c: d }")}`,
    `${map("data: { a: b }")}\n---\n${map("data: { c: d }")}`,
  ),
  INPUT3001: file("kind: ConfigMap\nmetadata: { name: web }", map("data: { a: b }")),
  INPUT3002: file("apiVersion: v1\nkind: List\nitems: [web]", "apiVersion: v1\nkind: List\nitems: []"),
};
