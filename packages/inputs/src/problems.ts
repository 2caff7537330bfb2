import type { InputProblem } from "./types.js";

interface ProblemKind {
  readonly severity: InputProblem["severity"];
  readonly help?: string;
}

const helm = "this looks like a template: render it first, for example with `helm template`, and check the result";

/** Every problem this package reports, by its stable code. Codes are never reused. */
export const problemCatalogue = {
  /** A path that the user named does not exist. */
  INPUT1001: { severity: "error", help: "check the spelling, or quote a glob so that the shell leaves it alone" },
  /** A file or folder that cannot be read. */
  INPUT1002: { severity: "error", help: "check that you may read it" },
  INPUT1003: { severity: "error", help: "split the file, or raise the limit" },
  INPUT1004: { severity: "error", help: "only YAML and JSON can be judged; leave this file out" },
  INPUT1005: { severity: "error", help: "save the file as UTF-8: Kubernetes reads nothing else" },
  /** A pattern that matches no file. */
  INPUT1006: { severity: "error", help: "check the pattern; files end in .yaml, .yml or .json" },
  /** Text that is not YAML. */
  INPUT2001: { severity: "error" },
  INPUT2002: { severity: "error", help: helm },
  /** Text after `---` on its line. */
  INPUT2003: { severity: "error", help: "kubectl refuses the file: put the content on the line after `---`" },
  INPUT2004: {
    severity: "error",
    help: "keep one of them: kubectl silently takes the last, and strict readers refuse the document",
  },
  /** A scalar that its own tag does not allow. */
  INPUT2005: { severity: "error", help: "remove the tag or write the value the tag asks for" },
  /** A value that JSON cannot hold. */
  INPUT2006: { severity: "error", help: "Kubernetes objects are JSON: write a finite number or quote the text" },
  INPUT2007: { severity: "error", help: "Kubernetes objects are JSON: a key is a text, a number or a boolean" },
  INPUT2008: { severity: "error", help: "define the anchor before the alias, in the same document" },
  INPUT2009: { severity: "error", help: "a merge key takes a map, an alias of a map, or a list of these" },
  INPUT2010: { severity: "error", help: "write the values out, or share less through aliases" },
  INPUT2011: { severity: "error", help: "no Kubernetes object is this deep; flatten it" },
  INPUT2012: { severity: "warning", help: "kubectl stops at `...`: start the next document with `---`" },
  /** An object that has only one of `apiVersion` and `kind`. */
  INPUT3001: { severity: "warning", help: "a Kubernetes object needs both `apiVersion` and `kind`, as text" },
  /** An element of a List that is no object. */
  INPUT3002: { severity: "error", help: "every element of `items` must be a Kubernetes object" },
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
