import type { Node, ts } from "ts-morph";
import type { Diagnostic, Edit, Fix } from "../diagnostics/index.js";
import { diagnostic } from "../diagnostics/index.js";
import type { Pair, Pairs } from "./pairs.js";
import type { DiagnosticArguments, DiagnosticName } from "../diagnostics/catalogue.js";
import type { Expr, Rule, Span } from "../ir/nodes.js";
import type { Type } from "../ir/types.js";
import { rangeOf, rangeOfText } from "../source/range.js";
import type { Rewrite } from "./rewrite/edit.js";
import type { Effective } from "./security-context.js";

/** What an expression of the source stands for: a value of the IR, or one of the few things that are not values. */
export type Lowered =
  | { readonly kind: "value"; readonly expr: Expr }
  /** The second argument of a predicate. */
  | { readonly kind: "context"; readonly subject: Type; readonly view: "resource" | "pod" }
  | { readonly kind: "params" }
  | { readonly kind: "report" }
  /** `effectiveSecurityContext(pod, container)`, and its part for Windows. */
  | Effective
  /** `Object.entries(map)`, `list.entries()`, and one of their elements. */
  | Pairs
  | Pair;

/** What each name in scope stands for, by its TypeScript symbol. */
export type Scope = ReadonlyMap<ts.Symbol, Lowered>;

/** The state of lowering one policy. */
export interface Lowering {
  readonly root: string;
  /** The names of the kinds that the policy matches. */
  readonly kinds: readonly string[];
  readonly params: ReadonlyMap<string, Type>;
  /** The files that spans index, in the order of first use. */
  readonly files: string[];
  readonly rules: Rule[];
  /**
   * What a `check` evaluates on the way to no report, as rules that report nothing: the author's own TypeScript reads it all the same, so
   * the document must have its shape.
   */
  readonly evaluated: Rule[];
  readonly diagnostics: Diagnostic[];
  /** How often each variable name was given out. */
  readonly names: Map<string, number>;
  /** The functions that are being inlined, outermost first. */
  readonly inlining: Node[];
  /** What the constants that hold a filtered list stand for, by variable: its elements keep their places in the document. */
  readonly views: Map<string, Expr>;
  readonly size: Size;
}

/** How much was lowered, and whether that was said to be too much. */
interface Size {
  expressions: number;
  /** How deep the expression that is being lowered stands. */
  depth: number;
  exceeded: boolean;
}

/** The most expressions that a policy may come to; one of a hundred lines has about a thousand. */
const expressionLimit = 20_000;
/** The deepest nesting; what is deeper would exhaust the stack of some engine's compiler, if not of this one. */
const depthLimit = 400;

/** Counts an expression; true, after a diagnostic at the policy's own function, when there are too many or too deep ones. */
export function isTooLarge(lowering: Lowering, node: Node): boolean {
  const { size, inlining } = lowering;
  size.expressions += 1;
  if (size.exceeded) return true;
  const isDeep = size.depth > depthLimit;
  if (size.expressions <= expressionLimit && !isDeep) return false;
  const limit = isDeep ? `${String(depthLimit)} levels of nesting` : `${String(expressionLimit)} expressions`;
  refuse(lowering, "tooLarge", inlining[0] ?? node, { limit });
  size.exceeded = true;
  return true;
}

/** The list that a constant stands for, where it is a filtered one. */
export function viewed(lowering: Lowering, list: Expr): Expr {
  return list.kind === "variable" ? (lowering.views.get(list.name) ?? list) : list;
}

/** Reports a problem at a node and gives the value that stands for "already reported". */
export function refuse<Name extends DiagnosticName>(
  lowering: Lowering,
  name: Name,
  node: Node,
  args: DiagnosticArguments<Name>,
  rewrite?: Rewrite,
  /** The last node that is underlined, where the problem is not all of the node. */
  last: Node = node,
): Expr {
  const fix = rewrite && fixOf(lowering, rewrite);
  const range = rangeOfText(node.getSourceFile(), node.getStart(), last.getEnd(), lowering.root);
  lowering.diagnostics.push(diagnostic(name, range, args, fix));
  return poison(lowering, node);
}

function fixOf({ root }: Lowering, [first, ...others]: Rewrite): Fix {
  const edit = ({ source, start, end, text }: Rewrite[number]): Edit => ({
    range: rangeOfText(source, start, end, root),
    text,
  });
  return { edits: [edit(first), ...others.map(edit)] };
}

/** The value that stands for "already reported". */
export function poison(lowering: Lowering, node: Node): Expr {
  return { kind: "literal", value: null, type: poisoned, span: spanOf(lowering, node) };
}

// One object, compared by identity: nothing else has this type, so a reported expression reports nothing more.
const poisoned: Type = { value: { kind: "json" }, optional: true };

/** Whether an expression was refused already, so that what is built on it needs no diagnostic of its own. */
export function isPoison(expr: Expr): boolean {
  return expr.type.value === poisoned.value;
}

/** The first operand that was refused already: what is made of it is refused with it. */
export function firstPoison(...operands: readonly Expr[]): Expr | undefined {
  return operands.find(isPoison);
}

export function spanOf(lowering: Lowering, node: Node): Span {
  const { file, line, column, endLine, endColumn } = rangeOf(node, lowering.root);
  let index = lowering.files.indexOf(file);
  if (index === -1) index = lowering.files.push(file) - 1;
  return [index, line, column, endLine, endColumn];
}

/** A variable name that no other variable of the policy has, as close to the source's as can be. */
export function freshName(lowering: Lowering, name: string): string {
  const count = (lowering.names.get(name) ?? 0) + 1;
  lowering.names.set(name, count);
  return count === 1 ? name : `${name}_${count}`;
}

export { sourceText } from "../source/range.js";
