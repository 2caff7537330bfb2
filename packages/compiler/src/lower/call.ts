import { type CallExpression, Node, type NewExpression } from "ts-morph";
import { translateRegex } from "../regex/index.js";
import { optionalBool } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { isScalar } from "../ir/types.js";
import { narrowed } from "./access.js";
import { constantInitializer, declarationOf } from "./constant.js";
import { inlineFunction } from "./function.js";
import { isGlobal } from "./global.js";
import { intrinsicNamed, lowerIntrinsic } from "./intrinsic.js";
import { isIteration, lowerPairsIteration } from "./iteration.js";
import { lowerObjectFunction } from "./keys.js";
import { lowerListMethod } from "./list-method.js";
import { type Lowering, type Scope, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { type Pairs, pairsOf } from "./pairs.js";
import { lowerExpression } from "./registry.js";
import { reportUnderConditionRewrite } from "./rewrite/definition.js";
import { replaced } from "./rewrite/edit.js";
import { matchRewrite, regexRewrite, translatable } from "./rewrite/search.js";
import { sdkCall } from "./sdk-call.js";
import { lowerMap, lowerMapMethod } from "./table.js";
import { lowerStringCall, lowerTextMethod } from "./text-method.js";
import { unwrapped } from "./transparent.js";
import { typeNoun } from "./types.js";

export function lowerCall(lowering: Lowering, node: CallExpression, scope: Scope): Expr {
  const callee = unwrapped(node.getExpression());
  const own = sdkCall(callee);
  if (own !== undefined) return own(lowering, node, scope);
  const imported = Node.isPropertyAccessExpression(callee) ? intrinsicNamed(callee) : undefined;
  if (imported !== undefined) return lowerIntrinsic(lowering, node, imported, scope);
  if (Node.isPropertyAccessExpression(callee))
    return lowerMethod(lowering, node, callee.getName(), callee.getExpression(), scope);
  if (!Node.isIdentifier(callee)) return refuse(lowering, "unknownCall", node, { text: sourceText(callee) });
  const symbol = callee.getSymbol();
  const bound = symbol && scope.get(symbol.compilerSymbol);
  if (bound?.kind === "report") return refuse(lowering, "reportUse", node, {}, reportUnderConditionRewrite(node));
  // A function given as an argument was refused where it was given.
  if (bound?.kind === "value" && isPoison(bound.expr)) return bound.expr;
  const declaration = declarationOf(callee);
  const body = declaration && functionOf(declaration);
  // A loop that gives nothing looks as if the function might: the type checker knows better.
  if (body !== undefined) return narrowed(inlineFunction(lowering, node, body, scope), node);
  if (isGlobal(callee, "String")) return lowerStringCall(lowering, node, scope);
  const intrinsic = intrinsicNamed(callee);
  if (intrinsic !== undefined) return lowerIntrinsic(lowering, node, intrinsic, scope);
  return refuse(lowering, "unknownCall", node, { text: sourceText(callee) });
}

/** The function that a name stands for: a declaration, or a `const` that holds an arrow function. */
export function functionOf(declaration: Node): Node | undefined {
  if (declaration.getSourceFile().isDeclarationFile()) return undefined;
  if (Node.isFunctionDeclaration(declaration)) return declaration;
  if (Node.isVariableDeclaration(declaration)) {
    const initializer = constantInitializer(declaration) ?? declaration.getInitializer();
    const inner = initializer && unwrapped(initializer);
    if (inner && (Node.isArrowFunction(inner) || Node.isFunctionExpression(inner))) return inner;
  }
  return undefined;
}

function lowerMethod(lowering: Lowering, node: CallExpression, method: string, receiver: Node, scope: Scope): Expr {
  const regex = regexLiteral(receiver);
  if (regex !== undefined) return lowerRegexTest(lowering, node, method, { regex, receiver }, scope);
  if (isGlobal(receiver, "Object")) return lowerObjectFunction(lowering, node, method, scope);
  const pairs = pairsOf(lowering, receiver, scope);
  if (pairs !== undefined) return lowerPairsMethod(lowering, node, method, pairs, scope);
  const of = lowerExpression(lowering, receiver, scope);
  // What is known to be absent has no method that `?.` would call.
  if (isPoison(of) || of.type.value.kind === "none") return of;
  const kind = of.type.value.kind;
  if (of.type.value.kind === "map" && of.type.value.members === undefined)
    return lowerMapMethod(lowering, node, method, of, scope);
  if (kind === "string") return lowerTextMethod(lowering, node, method, of, scope);
  if (kind === "list") return lowerListMethod(lowering, node, method, of, scope);
  return refuse(lowering, "unknownCall", node, { text: sourceText(node.getExpression()) });
}

function lowerPairsMethod(
  lowering: Lowering,
  node: CallExpression,
  method: string,
  pairs: Pairs | Expr,
  scope: Scope,
): Expr {
  if (pairs.kind !== "pairs") return pairs;
  if (isIteration(method)) return lowerPairsIteration(lowering, node, method, pairs, scope);
  return refuse(lowering, "unknownCall", node, { text: sourceText(node.getExpression()) });
}

function regexLiteral(node: Node): Node | undefined {
  const inner = unwrapped(node);
  if (Node.isRegularExpressionLiteral(inner)) return inner;
  if (Node.isNewExpression(inner) && inner.getExpression().getText() === "RegExp") return inner;
  if (!Node.isIdentifier(inner)) return undefined;
  const declaration = declarationOf(inner);
  const initializer = declaration && constantInitializer(declaration);
  return initializer && regexLiteral(initializer);
}

function lowerRegexTest(
  lowering: Lowering,
  node: CallExpression,
  method: string,
  { regex, receiver }: { readonly regex: Node; readonly receiver: Node },
  scope: Scope,
): Expr {
  if (!Node.isRegularExpressionLiteral(regex)) return refuse(lowering, "dynamicRegex", regex, {}, regexRewrite(regex));
  if (method !== "test") {
    const [text] = node.getArguments();
    const rewrite = method === "exec" && text !== undefined ? matchRewrite(node, text, unwrapped(receiver)) : undefined;
    return refuse(lowering, "unknownCall", node, { text: sourceText(node.getExpression()) }, rewrite);
  }
  const literal = regex.getText();
  const end = literal.lastIndexOf("/");
  const source = literal.slice(1, end);
  const flags = literal.slice(end + 1);
  const translated = translateRegex(source, flags);
  if (!translated.ok) {
    const other = translatable(literal);
    const rewrite = other === undefined ? undefined : replaced(regex, other);
    return refuse(lowering, "regex", regex, { what: translated.message, instead: translated.help }, rewrite);
  }
  const [argument] = node.getArguments();
  const text = argument && lowerExpression(lowering, argument, scope);
  if (text === undefined || isPoison(text))
    return text ?? refuse(lowering, "unknownCall", node, { text: sourceText(node) });
  return {
    kind: "regexTest",
    source,
    flags,
    re2: translated.re2,
    text,
    type: optionalBool(text.type),
    span: spanOf(lowering, node),
  };
}

/** `new Set([…])`: a list that is only asked `has`. */
export function lowerNew(lowering: Lowering, node: NewExpression, scope: Scope): Expr {
  const [argument, ...others] = node.getArguments();
  if (node.getExpression().getText() === "Map" && argument !== undefined && others.length === 0)
    return lowerMap(lowering, node, argument, scope);
  if (node.getExpression().getText() !== "Set" || argument === undefined || others.length > 0) {
    return refuse(lowering, "expression", node, {
      what: `\`${sourceText(node)}\``,
      instead: "only `new Set([…])` and `new Map([…])` make values; everything else is an object with state",
    });
  }
  const list = lowerExpression(lowering, argument, scope);
  if (isPoison(list)) return list;
  const { value } = list.type;
  if (value.kind === "list" && isScalar(value.element)) return distinct(list);
  return refuse(lowering, "opaque", argument, {
    text: sourceText(argument),
    type: typeNoun(list.type),
    use: "made a set",
  });
}

/** A list without what is written twice in it. */
function distinct(list: Expr): Expr {
  if (list.kind !== "list" || !list.elements.every((element) => element.kind === "literal")) return list;
  const known = new Map(
    list.elements.map((element) => [element.kind === "literal" ? element.value : element, element]),
  );
  return { ...list, elements: [...known.values()] };
}
