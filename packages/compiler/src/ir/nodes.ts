import type { IntrinsicName } from "../intrinsics/table.js";
import type { Type } from "./types.js";

/**
 * The IR is total: every node has a value for every document, and an operation on none, or on a value outside its
 * domain, is none unless its comment says otherwise. A condition holds when its value is exactly `true`.
 */

/** Where a node comes from: index into the policy's `files`, then 1-based lines and columns (UTF-16 units), end exclusive. */
export type Span = readonly [file: number, line: number, column: number, endLine: number, endColumn: number];

interface Node {
  readonly type: Type;
  readonly span: Span;
}

/** A constant; `null` is none. */
export interface Literal extends Node {
  readonly kind: "literal";
  readonly value: null | boolean | number | string;
}

/** A list written in the source; no element is optional. */
export interface ListLiteral extends Node {
  readonly kind: "list";
  readonly elements: readonly Expr[];
  /** The name of the constant it was written as, for readable output. */
  readonly name?: string;
}

/** A variable bound by a step, a `let`, or a quantifier; names are unique in a policy. */
export interface Variable extends Node {
  readonly kind: "variable";
  readonly name: string;
}

export type RootName = "object" | "oldObject" | "pod" | "oldPod" | "operation" | "namespace";

/**
 * A part of the request. `pod` is the Pod inside a workload (the object that holds its `spec`); `oldObject` and `oldPod` are
 * none unless the operation is UPDATE or DELETE; `namespace` is none for cluster-scoped objects.
 */
export interface Root extends Node {
  readonly kind: "root";
  readonly root: RootName;
}

/** A parameter of the policy: a constant unless the target lets its user set it. Never none. */
export interface Param extends Node {
  readonly kind: "param";
  readonly name: string;
}

/** The containers of a Pod: `containers`, `initContainers`, `ephemeralContainers`, those that are lists, joined. None when the Pod is. */
export interface Containers extends Node {
  readonly kind: "containers";
  readonly of: "pod" | "oldPod";
}

/** What the model says about a field; the shape guard is made from it. */
export interface DeclaredField {
  readonly type: Type;
  /** The API server drops the field at its zero value, so that value reads as none. Never said of a required field. */
  readonly zeroDropped: boolean;
  /**
   * How an object that the API server has decoded shows an absent member: as null (a Role without rules), or not at all although the
   * member is required. Its validation refuses the latter, but expressions must not depend on that. Without it a required member is there.
   */
  readonly absentAs?: "null" | "nothing";
  /** The matched kinds whose documents have the field, by name, where that is not all of them. */
  readonly kinds?: readonly string[];
}

/** A member of a record: none when absent, null, or zero-dropped at zero. */
export interface Field extends Node {
  readonly kind: "field";
  readonly of: Expr;
  readonly name: string;
  readonly declared: DeclaredField;
}

/** A constant map, written as an object literal or as `new Map([…])`. Its keys differ, and no value is none. */
export interface Table extends Node {
  readonly kind: "table";
  readonly entries: readonly { readonly key: string; readonly value: Expr }[];
  /** The name of the constant it was written as, for readable output. */
  readonly name?: string;
}

/** A list element by position, from 0: none outside the list. */
export interface Element extends Node {
  readonly kind: "element";
  readonly of: Expr;
  readonly index: Expr;
}

/** A map value by key: none when absent or null. */
export interface Entry extends Node {
  readonly kind: "entry";
  readonly of: Expr;
  readonly key: Expr;
}

/** `!`: true unless the operand is true (none counts as false). Never none. */
export interface Not extends Node {
  readonly kind: "not";
  readonly operand: Expr;
}

/** `&&` as JavaScript: the first operand that is not true, else the last. */
export interface And extends Node {
  readonly kind: "and";
  readonly operands: readonly Expr[];
}

/** `||` as JavaScript: the first operand that is true, else the last. */
export interface Or extends Node {
  readonly kind: "or";
  readonly operands: readonly Expr[];
}

/** `===` on scalars; none equals none only. Never none. */
export interface Equal extends Node {
  readonly kind: "equal";
  readonly left: Expr;
  readonly right: Expr;
}

/** Order of numbers: false when an operand is none. Never none. */
export interface Compare extends Node {
  readonly kind: "compare";
  readonly operator: "<" | "<=" | ">" | ">=";
  readonly left: Expr;
  readonly right: Expr;
}

/** Integers: none when an operand is none, or when the result leaves the safe range, which `ir/range.ts` keeps from happening. */
export interface Arithmetic extends Node {
  readonly kind: "arithmetic";
  readonly operator: "+" | "-" | "*";
  readonly left: Expr;
  readonly right: Expr;
}

/** `typeof`: whether a value is of a type; false for none. Never none. */
export interface TypeTest extends Node {
  readonly kind: "typeTest";
  readonly test: "string" | "number" | "boolean";
  readonly operand: Expr;
}

/** `test ? then : otherwise`, where none counts as false. */
export interface Conditional extends Node {
  readonly kind: "conditional";
  readonly test: Expr;
  readonly then: Expr;
  readonly otherwise: Expr;
}

/** `??`. */
export interface Coalesce extends Node {
  readonly kind: "coalesce";
  readonly left: Expr;
  readonly right: Expr;
}

/** `some` and `every` over a list: none when the list is none. */
export interface Quantified extends Node {
  readonly kind: "quantified";
  readonly quantifier: "some" | "every";
  readonly item: string;
  readonly list: Expr;
  readonly body: Expr;
}

/** The elements for which the body holds, in order: none when the list is none. */
export interface Filter extends Node {
  readonly kind: "filter";
  readonly item: string;
  readonly list: Expr;
  readonly body: Expr;
}

/** The body's value for each element, in order; the body is never none. None when the list is none. */
export interface Mapped extends Node {
  readonly kind: "map";
  readonly item: string;
  readonly list: Expr;
  readonly body: Expr;
}

/** The elements of the lists that the body gives for each element, in order; the body is never none. None when the list is none. */
export interface FlatMapped extends Node {
  readonly kind: "flatMap";
  readonly item: string;
  readonly list: Expr;
  readonly body: Expr;
}

/** The elements of several lists, in order; a list that is none has no elements. Never none. */
export interface Joined extends Node {
  readonly kind: "concat";
  readonly lists: readonly Expr[];
}

/** The positions of a list, from 0: none when the list is none. */
export interface Indices extends Node {
  readonly kind: "indices";
  readonly list: Expr;
}

/** The names of the members of a map that are not null, in no order: none when the map is none. */
export interface Keys extends Node {
  readonly kind: "keys";
  readonly of: Expr;
}

/** The first element for which the body holds, else none. */
export interface Find extends Node {
  readonly kind: "find";
  readonly item: string;
  readonly list: Expr;
  readonly body: Expr;
}

/** Whether a list of scalars holds a value (false for none): none when the list is none. */
export interface Includes extends Node {
  readonly kind: "includes";
  readonly list: Expr;
  readonly value: Expr;
}

/** The number of elements of a list: none when the list is none. */
export interface Length extends Node {
  readonly kind: "length";
  readonly list: Expr;
}

/** `startsWith`, `endsWith`, `includes` on strings, code unit by code unit: none when an operand is none. */
export interface StringTest extends Node {
  readonly kind: "stringTest";
  readonly test: "startsWith" | "endsWith" | "includes";
  readonly text: Expr;
  readonly part: Expr;
}

/** The texts of a list of strings and integers, with a separator between them: none when the list is none. */
export interface JoinedText extends Node {
  readonly kind: "join";
  readonly list: Expr;
  readonly separator: string;
}

/** The parts of a text between separators, of which there is at least one: none when the text is none. The separator is not empty. */
export interface Split extends Node {
  readonly kind: "split";
  readonly text: Expr;
  readonly separator: string;
}

/** `/source/flags.test(text)`: none when the text is none. `re2` is the same language in RE2 syntax. */
export interface RegexTest extends Node {
  readonly kind: "regexTest";
  readonly source: string;
  readonly flags: string;
  readonly re2: string;
  readonly text: Expr;
}

/** A template literal: strings and integers joined; no part is none. */
export interface Template extends Node {
  readonly kind: "template";
  readonly parts: readonly Expr[];
}

/** A function of the intrinsics table. */
export interface Call extends Node {
  readonly kind: "call";
  readonly intrinsic: IntrinsicName;
  readonly args: readonly Expr[];
}

/** Names a value for the body. */
export interface Let extends Node {
  readonly kind: "let";
  readonly name: string;
  readonly value: Expr;
  readonly body: Expr;
}

export type Expr =
  | Literal
  | ListLiteral
  | Table
  | Variable
  | Root
  | Param
  | Containers
  | Field
  | Element
  | Entry
  | Not
  | And
  | Or
  | Equal
  | Compare
  | Arithmetic
  | TypeTest
  | Conditional
  | Coalesce
  | Quantified
  | Filter
  | Mapped
  | FlatMapped
  | Joined
  | Indices
  | Keys
  | Find
  | Includes
  | Length
  | StringTest
  | JoinedText
  | Split
  | RegexTest
  | Template
  | Call
  | Let;

export type ExprKind = Expr["kind"];

/** A rule's body, in source order: each step narrows or binds for the steps after it. */
export type Step =
  /** For each element of the list; no elements when the list is none. */
  | { readonly kind: "each"; readonly item: string; readonly list: Expr; readonly span: Span }
  | { readonly kind: "let"; readonly name: string; readonly value: Expr; readonly span: Span }
  | { readonly kind: "assume"; readonly condition: Expr; readonly span: Span };

/** One step below a place: a name, an index, or an expression for an index, an int that is never none. */
export type Segment = string | number | Expr;

/** One report site: a violation for each way through its steps. */
export interface Rule {
  readonly steps: readonly Step[];
  /** A string, never none. */
  readonly message: Expr;
  /** What the violation stands at: an expression that denotes a place in the document. */
  readonly target: Expr;
  /** Segments below the target. */
  readonly at: readonly Segment[];
  readonly span: Span;
}
