import type { CallExpression } from "ts-morph";
import { isMutatingCall } from "../check/mutation.js";
import { isEmptyList, optionalBool } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { type Type, elementType, isScalar, propagating } from "../ir/types.js";
import { isIteration, lowerIteration, quantified } from "./iteration.js";
import { lowerAt, lowerJoin, lowerListConcat, lowerSlice } from "./list-part.js";
import { type Lowering, type Scope, freshName, isPoison, refuse, sourceText, spanOf, viewed } from "./lowering.js";
import { lowerExpression } from "./registry.js";
import { pushRewrite } from "./rewrite/accumulator.js";
import { forEachRewrite } from "./rewrite/loop.js";
import { searchRewrite } from "./rewrite/search.js";
import { typeNoun } from "./types.js";

const states =
  "a callback cannot change a value; use `some`, `every`, `filter`, `map` or `find`, or `for … of` in `check`";
const first = "ask `find` for the element, or `some` whether there is one";

/** What to write instead of the methods of lists that depend on state, on an order, or on an identity. */
const instead: Readonly<Record<string, string>> = {
  findIndex: first,
  findLast: first,
  findLastIndex: first,
  forEach: states,
  indexOf: "ask `includes` whether the value is there",
  keys: "iterate `list.entries()`",
  lastIndexOf: "ask `includes` whether the value is there",
  reduce: "use `some` or `every`, or the intrinsics that sum, count, or take the smallest or largest",
  reduceRight: "use `some` or `every`, or the intrinsics that sum, count, or take the smallest or largest",
  toReversed: "the verdict does not depend on an order; iterate the list itself",
  toSorted: "the verdict does not depend on an order; iterate the list itself",
  values: "iterate the list itself",
};

/** Lowers a method call on a list. */
export function lowerListMethod(
  lowering: Lowering,
  node: CallExpression,
  method: string,
  list: Expr,
  scope: Scope,
): Expr {
  if (isIteration(method)) return lowerIteration(lowering, node, method, list, scope);
  switch (method) {
    case "at":
      return lowerAt(lowering, node, list);
    case "slice":
      return lowerSlice(lowering, node, list);
    case "join":
      return lowerJoin(lowering, node, list, scope);
    case "concat":
      return lowerListConcat(lowering, node, list, scope);
    case "flat":
      return lowerFlat(lowering, node, list);
    case "includes":
    case "has":
      return lowerIncludes(lowering, node, list, scope);
    default:
      if (Object.hasOwn(instead, method)) {
        const help = instead[method] ?? "";
        const rewrite = method === "forEach" ? forEachRewrite(node) : searchRewrite(node, "list");
        return refuse(
          lowering,
          "expression",
          node,
          { what: `the method \`${method}\` of lists`, instead: help },
          rewrite,
        );
      }
      if (isMutatingCall(node))
        return refuse(lowering, "assignment", node, { text: sourceText(node) }, pushRewrite(node));
      return refuse(lowering, "unknownCall", node, { text: sourceText(node.getExpression()) });
  }
}

function lowerIncludes(lowering: Lowering, node: CallExpression, list: Expr, scope: Scope): Expr {
  const [argument, second] = node.getArguments();
  if (argument === undefined || second !== undefined) {
    return refuse(lowering, "expression", node, { what: "`includes` with a start", instead: "give the value alone" });
  }
  const value = lowerExpression(lowering, argument, scope);
  if (isPoison(value)) return value;
  const inList = elementType(list.type.value);
  const scalar = (type: Type["value"]) => isScalar(type) || type.kind === "intOrString" || type.kind === "none";
  if (!scalar(value.type.value) || !(scalar(inList) || isEmptyList(list))) {
    return refuse(lowering, "comparison", node, {
      operator: "includes",
      left: typeNoun({ value: inList, optional: false }),
      right: typeNoun(value.type),
    });
  }
  const span = spanOf(lowering, node);
  const flat = viewed(lowering, list);
  if (flat.kind === "flatMap")
    return quantified(lowering, "some", flat.item, flat.list, membership(flat.body, value, span), span);
  return membership(list, value, span);
}

function membership(list: Expr, value: Expr, span: Expr["span"]): Expr {
  return { kind: "includes", list, value, type: propagating(optionalBool(list.type), list.type), span };
}

/** `lists.flat()`: the elements of all of them. */
function lowerFlat(lowering: Lowering, node: CallExpression, list: Expr): Expr {
  const element = elementType(list.type.value);
  if (element.kind !== "list" || node.getArguments().length > 0) {
    return refuse(lowering, "expression", node, {
      what: "`flat` of something else than lists, or deeper than one level",
      instead: "call `flat()` on a list of lists, or `flatMap`",
    });
  }
  const span = spanOf(lowering, node);
  const item = freshName(lowering, "list");
  const type: Type = { value: element, optional: false };
  const body: Expr = { kind: "variable", name: item, type, span };
  return { kind: "flatMap", item, list, body, type: { value: element, optional: list.type.optional }, span };
}
