import { Node, type ObjectLiteralExpression, type ts } from "ts-morph";
import type { Expr, Rule, Step } from "../ir/nodes.js";
import type { Type } from "../ir/types.js";
import { eachStep, visitedLists } from "./each.js";
import { functionOf } from "./call.js";
import { resultOf } from "./callback.js";
import { refuseTruth } from "./conditional.js";
import { declarationOf } from "./constant.js";
import { type Inlinable, applyFunction, bindingSteps, refuseDeferred, isDeferred, isInlinable } from "./function.js";
import { lowerString } from "./literal.js";
import { type Lowered, type Lowering, freshName, isPoison, poison, refuse, sourceText, spanOf } from "./lowering.js";
import { refuseUnordered } from "./order.js";
import { addRule, lowerPath } from "./report.js";
import { lowerStatements } from "./statement.js";
import { blockBodyRewrite, constantMessageRewrite } from "./rewrite/definition.js";
import { unwrapped } from "./transparent.js";
import { typeNoun } from "./types.js";
import { podView } from "./access.js";

/** Lowers the definition of a policy to rules, which it adds to `lowering.rules`. */
export function lowerPolicy(
  lowering: Lowering,
  definition: ObjectLiteralExpression,
  view: "resource" | "pod",
): readonly Rule[] {
  const record: Type = { value: { kind: "record", model: view === "pod" ? podView : "resource" }, optional: false };
  const subject: Expr = {
    kind: "root",
    root: view === "pod" ? "pod" : "object",
    type: record,
    span: spanOf(lowering, definition),
  };
  const context: Lowered = { kind: "context", subject: record, view };
  const part = (name: string): Inlinable | undefined => definitionFunction(lowering, definition, name);
  if (definition.getProperty("check") !== undefined) {
    const check = part("check");
    if (check !== undefined) lowerCheck(lowering, check, [{ kind: "value", expr: subject }, context]);
  } else if (definition.getProperty("each") === undefined) {
    lowerJudgement(lowering, definition, [], subject, context);
  } else {
    const each = part("each");
    if (each !== undefined) lowerEach(lowering, definition, each, subject, context);
  }
  return lowering.rules;
}

/** A member of the definition that must be a function: written in place, as a method, or a named function. */
function definitionFunction(
  lowering: Lowering,
  definition: ObjectLiteralExpression,
  name: string,
): Inlinable | undefined {
  const property = definition.getProperty(name);
  const found = property && functionIn(property);
  if (found !== undefined) return found;
  const args = {
    what: `\`${name}\` is not a function that can be read`,
    instead: `write \`${name}: (…) => …\` in the definition, or name a function of your modules`,
  };
  const rewrite = property !== undefined && name === "message" ? constantMessageRewrite(property) : undefined;
  refuse(lowering, "definition", property ?? definition, args, rewrite);
  return undefined;
}

function functionIn(property: Node): Inlinable | undefined {
  if (Node.isMethodDeclaration(property)) return property;
  const value = Node.isPropertyAssignment(property)
    ? property.getInitializer()
    : Node.isShorthandPropertyAssignment(property)
      ? property.getNameNode()
      : undefined;
  const inner = value && unwrapped(value);
  if (inner === undefined) return undefined;
  if (isInlinable(inner)) return inner;
  if (!Node.isIdentifier(inner)) return undefined;
  const symbol = Node.isShorthandPropertyAssignment(property) ? property.getValueSymbol() : undefined;
  const declaration = (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations()[0] ?? declarationOf(inner);
  const body = declaration && functionOf(declaration);
  return body && isInlinable(body) ? body : undefined;
}

function lowerCheck(lowering: Lowering, check: Inlinable, args: readonly Lowered[]): void {
  const body = check.getBody();
  if (body === undefined || !Node.isBlock(body)) {
    const args = { what: "`check` has no block body", instead: "write `check(subject, { report }) { … }`" };
    refuse(lowering, "definition", check, args, blockBodyRewrite(check));
    return;
  }
  if (isDeferred(check)) {
    refuseDeferred(lowering, check);
    return;
  }
  const scope = new Map<ts.Symbol, Lowered>();
  const steps: Step[] = [];
  for (const [index, parameter] of check.getParameters().entries()) {
    const given = args[index];
    if (given !== undefined) steps.push(...bindingSteps(lowering, parameter.getNameNode(), given, scope));
  }
  lowering.inlining.push(check);
  lowerStatements(lowering, body.getStatements(), { steps, scope, inLoop: false }, body);
  lowering.inlining.pop();
}

function lowerEach(
  lowering: Lowering,
  definition: ObjectLiteralExpression,
  each: Inlinable,
  subject: Expr,
  context: Lowered,
): void {
  const list = applyFunction(lowering, each, [{ kind: "value", expr: subject }, context], new Map(), each);
  if (isPoison(list)) return;
  if (list.type.value.kind !== "list") {
    refuse(lowering, "definition", each, {
      what: `\`each\` gives ${typeNoun(list.type)}, not a list`,
      instead: "select a list of the subject",
    });
    return;
  }
  const deny = definition.getProperty("deny");
  if (refuseUnordered(lowering, each, list) !== undefined) return;
  for (const part of visitedLists(lowering, list)) {
    const item = freshName(lowering, (deny && firstParameterName(deny)) ?? "item");
    const { steps, element } = eachStep(lowering, item, part, list.span, []);
    lowerJudgement(lowering, definition, steps, element, context);
  }
}

function firstParameterName(property: Node): string | undefined {
  const name = functionIn(property)?.getParameters()[0]?.getNameNode();
  return name && Node.isIdentifier(name) ? name.getText() : undefined;
}

/** `deny`, `message` and `at` about one element or about the subject. */
function lowerJudgement(
  lowering: Lowering,
  definition: ObjectLiteralExpression,
  before: readonly Step[],
  judged: Expr,
  context: Lowered,
): void {
  const deny = definitionFunction(lowering, definition, "deny");
  if (deny === undefined) return;
  const args: readonly Lowered[] = [{ kind: "value", expr: judged }, context];
  const condition = applyFunction(lowering, deny, args, new Map(), deny);
  if (!isPoison(condition) && condition.type.value.kind !== "bool" && condition.type.value.kind !== "none") {
    refuseTruth(lowering, resultOf(deny) ?? deny, condition);
  }
  const message = lowerMessage(lowering, definition, args);
  const atNode = definition.getProperty("at");
  const at =
    atNode === undefined
      ? []
      : Node.isPropertyAssignment(atNode)
        ? lowerPath(lowering, atNode.getInitializerOrThrow(), new Map())
        : undefined;
  if (atNode !== undefined && !Node.isPropertyAssignment(atNode)) refuse(lowering, "reportPath", atNode, {});
  if (isPoison(condition)) return;
  const steps: readonly Step[] = [...before, { kind: "assume", condition, span: condition.span }];
  addRule(lowering, deny, definition.getProperty("each") ?? deny, { steps, target: judged, message, at });
}

function lowerMessage(lowering: Lowering, definition: ObjectLiteralExpression, args: readonly Lowered[]): Expr {
  const property = definition.getProperty("message");
  const value =
    property && Node.isPropertyAssignment(property) ? unwrapped(property.getInitializerOrThrow()) : undefined;
  if (value !== undefined && (Node.isStringLiteral(value) || Node.isNoSubstitutionTemplateLiteral(value))) {
    return lowerString(lowering, value);
  }
  const message = definitionFunction(lowering, definition, "message");
  if (message === undefined) return poison(lowering, definition);
  const expr = applyFunction(lowering, message, args, new Map(), message);
  if (isPoison(expr)) return expr;
  if (expr.type.value.kind === "string" && !expr.type.optional) return expr;
  return refuse(lowering, "printed", message, {
    text: sourceText(message),
    type: expr.type.optional ? "possibly absent" : typeNoun(expr.type),
  });
}
