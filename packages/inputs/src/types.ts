/** A value that JSON can hold. Numbers are IEEE doubles; strings are well-formed UTF-16. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object: own properties only, so look a key up with `Object.hasOwn` when it comes from outside. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** One step into a document: a field name or a list index. */
export type PathSegment = string | number;

/** A place in a file. Lines and columns start at 1; a column counts UTF-16 code units, as editors and SARIF do. */
export interface Location {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** The column after the last character. */
  readonly endColumn: number;
  /** The part of the asked path that exists; shorter than the asked path when its end is absent from the document. */
  readonly path: readonly PathSegment[];
}

/** One Kubernetes object as the API server would receive it. */
export interface InputDocument {
  /** As the user would name it; `<stdin>` for standard input. */
  readonly file: string;
  /** Position among the Kubernetes objects of the file, from 0; the items of a List count one by one. */
  readonly index: number;
  /** A tree of its own: what aliases name is copied, nulls are kept. It has a non-empty `apiVersion` and `kind`. */
  readonly value: JsonObject;
  /** Where the object stands in the document of the file: `["items", 3]` for an item of a List, else `[]`. */
  readonly basePath: readonly PathSegment[];
  /**
   * Finds a path of `value` in the file. The document is parsed for positions on the first call only.
   *
   * A path that exists gives the extent of its value. A path that does not exist gives the key (or the element) of its
   * nearest existing ancestor. A value that came through an alias or a merge key is found where it is written.
   */
  locate(path: readonly PathSegment[]): Location;
}

/** Something in the input that a person should know of. Errors mean that a part of the input was not judged as written. */
export interface InputProblem {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** Stable, see {@link problemCatalogue}. */
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  readonly severity: "error" | "warning";
}

/** What a file holds, in the order of the file. */
export type InputItem =
  | { readonly kind: "document"; readonly document: InputDocument }
  /**
   * A document that is not a Kubernetes object: no `apiVersion` and `kind`, a scalar, a list. An object can be read all the same;
   * its `index` is that of the next Kubernetes object.
   */
  | { readonly kind: "other"; readonly line: number; readonly document?: InputDocument }
  | { readonly kind: "problem"; readonly problem: InputProblem };

/** A file that was read, with its documents still unparsed. */
export interface InputFile {
  readonly file: string;
  /**
   * Parses one document after the other while it is iterated, so that a large file never has all its trees in memory.
   * Each iteration parses again.
   */
  readonly items: Iterable<InputItem>;
  /** The lines `from` to `to` (from 1, both included, clipped to the file) without their line breaks. */
  lines(from: number, to: number): readonly string[];
}

/** Limits that keep hostile input from taking all memory or all time. */
export interface Budget {
  /** Bytes of a file. */
  readonly fileBytes: number;
  /**
   * UTF-16 code units of one document in JSON or in plain block style. A document that needs the parser for all of YAML,
   * which takes about 30 times its size in memory, may have a quarter of it.
   */
  readonly documentLength: number;
  /** Nested lists and objects, aliases followed. */
  readonly depth: number;
  /** Values that aliases and merge keys add to one document. */
  readonly aliasNodes: number;
}

/** Depth is what the WASM input reader of OPA can take; alias values are about what go-yaml lets through. */
export const defaultBudget: Budget = {
  fileBytes: 256 * 1024 * 1024,
  documentLength: 128 * 1024 * 1024,
  depth: 1000,
  aliasNodes: 400_000,
};
