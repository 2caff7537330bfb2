import { type CallExpression, Node, type ObjectLiteralElementLike, type ObjectLiteralExpression } from "ts-morph";
import { and, bind, coalesce, equal, isCheap, literal, or } from "../ir/build.js";
import type { Expr, Span } from "../ir/nodes.js";
import { type Type, bool, int, optional } from "../ir/types.js";
import { parameterType, readArgument } from "./argument.js";
import { constantInitializer, declarationOf } from "./constant.js";
import { type Lowering, type Scope, freshName, isPoison, poison, refuse, sourceText, spanOf } from "./lowering.js";
import { lowerExpression } from "./registry.js";
import { unwrapped } from "./transparent.js";
import { typeNoun } from "./types.js";

const strings: Type = { value: { kind: "list", element: { kind: "string" } }, optional: false };

/** `ruleCovers(rule, { verb, … })`, as the RBAC authorizer puts its answers together. */
export function lowerRuleCovers(lowering: Lowering, node: CallExpression, scope: Scope): Expr {
  const [ruleNode, accessNode] = node.getArguments();
  if (ruleNode === undefined || accessNode === undefined) throw new Error("the type checker asks for two arguments");
  const given = lowerExpression(lowering, ruleNode, scope);
  const access = accessOf(lowering, accessNode, scope);
  if (isPoison(given) || access === undefined) return poison(lowering, node);
  const span = spanOf(lowering, node);
  const name = freshName(lowering, "rule");
  const rule: Expr = isCheap(given) ? given : { kind: "variable", name, type: given.type, span };
  const covered = covering(lowering, node, rule, access, span);
  return rule === given ? covered : bind(name, given, covered, span);
}

function covering(
  lowering: Lowering,
  node: CallExpression,
  rule: Expr,
  access: ReadonlyMap<string, Expr>,
  span: Span,
): Expr {
  const list = (name: string): Expr => coalesce(readRule(lowering, node, rule, name), emptyList(span), span);
  const asked = (name: string): Expr => access.get(name) ?? literal("", span);
  const some = (name: string, test: (element: Expr) => Expr): Expr => {
    const item = freshName(lowering, name.slice(0, -1));
    const element: Expr = { kind: "variable", name: item, type: { value: { kind: "string" }, optional: false }, span };
    return { kind: "quantified", quantifier: "some", item, list: list(name), body: test(element), type: bool, span };
  };
  const starOr = (name: string, of: Expr): Expr =>
    some(name, (element) => includes([literal("*", span), of], element, span));
  const url = access.get("nonResourceURL");
  const verb = starOr("verbs", asked("verb"));
  if (url !== undefined)
    return and([verb, some("nonResourceURLs", (element) => call("urlCovers", element, url))], span);
  const names = list("resourceNames");
  const unnamed = equal({ kind: "length", list: names, type: int, span }, literal(0, span), span);
  const named: Expr = { kind: "includes", list: names, value: asked("resourceName"), type: bool, span };
  return and(
    [
      verb,
      starOr("apiGroups", asked("apiGroup")),
      some("resources", (element) => call("resourceCovers", element, asked("resource"))),
      or([unnamed, named], span),
    ],
    span,
  );

  function call(intrinsic: "resourceCovers" | "urlCovers", ...args: readonly Expr[]): Expr {
    return { kind: "call", intrinsic, args, type: bool, span };
  }
}

function includes(elements: readonly Expr[], value: Expr, span: Span): Expr {
  return { kind: "includes", list: { kind: "list", elements, type: strings, span }, value, type: bool, span };
}

function emptyList(span: Span): Expr {
  return { kind: "list", elements: [], type: strings, span };
}

function readRule(lowering: Lowering, node: CallExpression, rule: Expr, name: string): Expr {
  const { expr } = readArgument(lowering, { expr: rule, type: parameterType(node, 0) }, name, node);
  // A list that is missing covers nothing, even one that the API requires: no shape is asked for.
  if (expr.kind !== "field") return expr;
  return { ...expr, type: optional(expr.type), declared: { ...expr.declared, type: optional(expr.declared.type) } };
}

/** What is asked for, by name; undefined when that was refused. */
function accessOf(lowering: Lowering, node: Node, scope: Scope): ReadonlyMap<string, Expr> | undefined {
  const inner = unwrapped(node);
  if (Node.isObjectLiteralExpression(inner)) return membersOf(lowering, inner, scope);
  const declaration = Node.isIdentifier(inner) ? declarationOf(inner) : undefined;
  const constant = declaration && constantInitializer(declaration);
  if (constant !== undefined && Node.isObjectLiteralExpression(unwrapped(constant)))
    return accessOf(lowering, constant, scope);
  refuse(lowering, "expression", node, {
    what: "an access that is not written as an object",
    instead: 'write it in the call: `ruleCovers(rule, { verb: "create", apiGroup: "", resource: "pods/exec" })`',
  });
  return undefined;
}

function membersOf(
  lowering: Lowering,
  object: ObjectLiteralExpression,
  scope: Scope,
): ReadonlyMap<string, Expr> | undefined {
  const members = new Map<string, Expr>();
  for (const property of object.getProperties()) {
    const member = memberValue(lowering, property, scope);
    const name = property.getSymbol()?.getName();
    if (member === undefined || name === undefined) {
      refuse(lowering, "expression", property, {
        what: `\`${sourceText(property)}\` in an access`,
        instead: "write each member with its name and its value: `verb: verb`",
      });
      return undefined;
    }
    if (isPoison(member)) return undefined;
    if (member.type.value.kind !== "string" || member.type.optional) {
      refuse(lowering, "opaque", property, {
        text: sourceText(property),
        type: typeNoun(member.type),
        use: "given to `ruleCovers`",
      });
      return undefined;
    }
    members.set(name, member);
  }
  return members;
}

/** The value of `name: value` and of `name`; undefined for any other member. */
function memberValue(lowering: Lowering, property: ObjectLiteralElementLike, scope: Scope): Expr | undefined {
  if (Node.isPropertyAssignment(property)) {
    const value = property.getInitializer();
    return value && lowerExpression(lowering, value, scope);
  }
  const symbol = Node.isShorthandPropertyAssignment(property) ? property.getValueSymbol() : undefined;
  const bound = symbol && scope.get(symbol.compilerSymbol);
  if (bound !== undefined) return bound.kind === "value" ? bound.expr : undefined;
  const declaration = (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations()[0];
  const constant = declaration && constantInitializer(declaration);
  return constant && lowerExpression(lowering, constant, new Map());
}
