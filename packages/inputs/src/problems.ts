import type { InputProblem } from "./types.js";

interface ProblemKind {
  readonly title: string;
  readonly severity: InputProblem["severity"];
  readonly help?: string;
}

const helm = "this looks like a template: render it first, for example with `helm template`, and check the result";

/** Every problem this package reports, by its stable code. Codes are never reused. */
export const problemCatalogue = {
  INPUT1001: {
    title: "a path that does not exist",
    severity: "error",
    help: "check the spelling, or quote a glob so that the shell leaves it alone",
  },
  INPUT1002: { title: "a file or folder that cannot be read", severity: "error", help: "check that you may read it" },
  INPUT1003: { title: "a file that is too large", severity: "error", help: "split the file, or raise the limit" },
  INPUT1004: {
    title: "a binary file",
    severity: "error",
    help: "only YAML and JSON can be judged; leave this file out",
  },
  INPUT1005: {
    title: "text that is not UTF-8",
    severity: "error",
    help: "save the file as UTF-8: Kubernetes reads nothing else",
  },
  INPUT1006: {
    title: "a pattern that matches no file",
    severity: "error",
    help: "check the pattern; files end in .yaml, .yml or .json",
  },
  INPUT2001: { title: "text that is not YAML", severity: "error" },
  INPUT2002: { title: "a template that is not rendered", severity: "error", help: helm },
  INPUT2003: {
    title: "text after the start of a document",
    severity: "error",
    help: "kubectl refuses the file: put the content on the line after `---`",
  },
  INPUT2004: {
    title: "a key that is there twice",
    severity: "error",
    help: "keep one of them: kubectl silently takes the last, and strict readers refuse the document",
  },
  INPUT2005: {
    title: "a value that its tag does not allow",
    severity: "error",
    help: "remove the tag or write the value the tag asks for",
  },
  INPUT2006: {
    title: "a value that JSON cannot hold",
    severity: "error",
    help: "Kubernetes objects are JSON: write a finite number or quote the text",
  },
  INPUT2007: {
    title: "a key that JSON cannot hold",
    severity: "error",
    help: "Kubernetes objects are JSON: a key is a text, a number or a boolean",
  },
  INPUT2008: {
    title: "an alias without its anchor",
    severity: "error",
    help: "define the anchor before the alias, in the same document",
  },
  INPUT2009: {
    title: "a merge key that merges no map",
    severity: "error",
    help: "a merge key takes a map, an alias of a map, or a list of these",
  },
  INPUT2010: {
    title: "aliases that come to too much",
    severity: "error",
    help: "write the values out, or share less through aliases",
  },
  INPUT2011: {
    title: "a document that is too deep",
    severity: "error",
    help: "no Kubernetes object is this deep; flatten it",
  },
  INPUT2012: {
    title: "text after the end of the documents",
    severity: "warning",
    help: "kubectl stops at `...`: start the next document with `---`",
  },
  INPUT3001: {
    title: "half of a Kubernetes object",
    severity: "warning",
    help: "a Kubernetes object needs both `apiVersion` and `kind`, as text",
  },
  INPUT3002: {
    title: "an element of a List that is no object",
    severity: "error",
    help: "every element of `items` must be a Kubernetes object",
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemCatalogue;

/** Makes a problem of the catalogue; `at` gives the place when there is one. */
export function problem(
  code: ProblemCode,
  file: string,
  message: string,
  at?: { readonly line: number; readonly column: number },
): InputProblem {
  const kind: ProblemKind = problemCatalogue[code];
  return {
    file,
    ...(at === undefined ? {} : { line: at.line, column: at.column }),
    code,
    message,
    ...(kind.help === undefined ? {} : { help: kind.help }),
    severity: kind.severity,
  };
}
