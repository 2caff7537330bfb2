import type { CallExpression } from "ts-morph";
import { fieldFacts } from "@writ/sdk/fields";
import { and, bind, coalesce, entry, equal, isCheap, isLiteral, isNone, literal, not, or } from "../ir/build.js";
import type { Expr, Span } from "../ir/nodes.js";
import { type Type, bool, int, propagating } from "../ir/types.js";
import { type Place, parameterType, readArgument } from "./argument.js";
import { type Lowering, type Scope, firstPoison, freshName, refuse, sourceText, spanOf } from "./lowering.js";
import { lowerExpression } from "./registry.js";
import { typeNoun } from "./types.js";

/** `matchesSelector(selector, labels)`, as the API server reads a LabelSelector. */
export function lowerMatchesSelector(lowering: Lowering, node: CallExpression, scope: Scope): Expr {
  const [selectorNode, labelsNode] = node.getArguments();
  if (selectorNode === undefined || labelsNode === undefined)
    throw new Error("the type checker asks for two arguments");
  const selector = lowerExpression(lowering, selectorNode, scope);
  const labels = lowerExpression(lowering, labelsNode, scope);
  const poisoned = firstPoison(selector, labels);
  if (poisoned !== undefined) return poisoned;
  const span = spanOf(lowering, node);
  if (isLiteral(selector, null)) return literal(false, span);
  if (isAlwaysPresent(selector))
    return refuse(lowering, "alwaysPresent", selectorNode, { field: sourceText(selectorNode) });
  if (labels.type.value.kind !== "map" && !isLiteral(labels, null)) {
    return refuse(lowering, "opaque", labelsNode, {
      text: sourceText(labelsNode),
      type: typeNoun(labels.type),
      use: "given to `matchesSelector`",
    });
  }
  const named = [nameFor(lowering, "selector", selector, span), nameFor(lowering, "labels", labels, span)] as const;
  const place: Place = { expr: named[0].of, type: parameterType(node, 0) };
  const selects = selection(lowering, node, place, named[1].of, span);
  return named.reduceRight<Expr>(
    (body, { name, value }) => (name === undefined ? body : bind(name, value, body, span)),
    selects,
  );
}

// Absent, it would select nothing in a file and everything in a cluster.
function isAlwaysPresent(selector: Expr): boolean {
  if (selector.kind !== "field" || selector.of.type.value.kind !== "record") return false;
  return fieldFacts(selector.of.type.value.model, selector.name)?.alwaysPresent === true;
}

/** A name for a value that is asked several times, unless it is short. */
function nameFor(lowering: Lowering, hint: string, value: Expr, span: Span) {
  if (isCheap(value)) return { of: value, name: undefined, value } as const;
  const name = freshName(lowering, hint);
  return { of: { kind: "variable", name, type: value.type, span } as Expr, name, value } as const;
}

function selection(lowering: Lowering, node: CallExpression, selector: Place, labels: Expr, span: Span): Expr {
  const { expr: read } = readArgument(lowering, selector, "matchLabels", node);
  // An empty map asks for nothing, as an absent one does.
  const wanted: Expr = read.kind === "field" ? { ...read, declared: { ...read.declared, zeroDropped: true } } : read;
  const has: Expr = isLiteral(labels, null)
    ? literal(false, span)
    : {
        kind: "call",
        intrinsic: "hasLabels",
        args: [labels, wanted],
        type: propagating(bool, labels.type, wanted.type),
        span,
      };
  const expressions = readArgument(lowering, selector, "matchExpressions", node);
  const item = freshName(lowering, "requirement");
  const element = expressions.type.getNonNullableType().getArrayElementType() ?? expressions.type;
  const requirement: Place = {
    expr: { kind: "variable", name: item, type: elementOf(expressions.expr), span },
    type: element,
  };
  const every: Expr = {
    kind: "quantified",
    quantifier: "every",
    item,
    list: coalesce(expressions.expr, emptyList(expressions.expr.type, span), span),
    body: holds(lowering, node, requirement, labels, span),
    type: bool,
    span,
  };
  const isThere = not(isNone(selector.expr, span), span);
  return and([isThere, or([isNone(wanted, span), equal(has, literal(true, span), span)], span), every], span);
}

/** One of the matchExpressions. What the API server refuses holds for nothing. */
function holds(lowering: Lowering, node: CallExpression, requirement: Place, labels: Expr, span: Span): Expr {
  const member = (name: string): Expr => readArgument(lowering, requirement, name, node).expr;
  const operator = member("operator");
  const is = (name: string): Expr => equal(operator, literal(name, span), span);
  const label = isLiteral(labels, null) ? literal(null, span) : entry(labels, member("key"), span);
  const given = member("values");
  const values = coalesce(given, emptyList(given.type, span), span);
  const isEmpty = equal({ kind: "length", list: values, type: int, span }, literal(0, span), span);
  const isIn: Expr = { kind: "includes", list: values, value: label, type: bool, span };
  return or(
    [
      and([is("In"), isIn], span),
      and([is("NotIn"), not(isEmpty, span), not(isIn, span)], span),
      and([is("Exists"), isEmpty, not(isNone(label, span), span)], span),
      and([is("DoesNotExist"), isEmpty, isNone(label, span)], span),
    ],
    span,
  );
}

function emptyList({ value }: Type, span: Span): Expr {
  return { kind: "list", elements: [], type: { value, optional: false }, span };
}

function elementOf({ type: { value } }: Expr): Type {
  return { value: value.kind === "list" ? value.element : { kind: "json" }, optional: false };
}
