import { isEmptyList, literal as literalExpr } from "../../ir/build.js";
import type { Expr } from "../../ir/nodes.js";
import type { Json } from "../../ir/policy.js";
import { type Cel, call, list, macro, method, name, ternary } from "./ast.js";
import { absent, condition } from "./condition.js";
import { concat, flatMap, indices, keys } from "./collections.js";
import { type Emitter, freshName } from "./emitter.js";
import { read, value } from "./value.js";

/** A list expression that is never null: empty when the IR list is none. */
export function listOf(emitter: Emitter, e: Expr): Cel {
  switch (e.kind) {
    case "filter": {
      const over = listOf(emitter, e.list);
      const item = freshName(emitter, e.item);
      emitter.variables.set(e.item, name(item));
      return macro(over, "filter", item, condition(emitter, e.body));
    }
    case "map": {
      const over = listOf(emitter, e.list);
      const item = freshName(emitter, e.item);
      emitter.variables.set(e.item, name(item));
      return macro(over, "map", item, value(emitter, e.body));
    }
    case "flatMap":
      return flatMap(emitter, e);
    case "concat":
      return concat(emitter, e);
    case "indices":
      return indices(emitter, e);
    case "keys":
      return keys(emitter, e);
    case "coalesce":
      if (isEmptyList(e.right)) return listOf(emitter, e.left);
      return ternary(absent(emitter, e.left), listOf(emitter, e.right), listOf(emitter, e.left));
    case "conditional":
      return ternary(condition(emitter, e.test), listOf(emitter, e.then), listOf(emitter, e.otherwise));
    default:
      return e.type.optional ? orEmpty(emitter, e) : value(emitter, e);
  }
}

/**
 * `.?field.orValue([])` where the host has dropped nulls; else a null, like an empty list, is no value at all. A field is read as it is
 * written: the zero value that the API server would drop is the empty list.
 */
function orEmpty(emitter: Emitter, e: Expr): Cel {
  const found = e.kind === "field" ? read(emitter, e) : value(emitter, e);
  const nulls = !emitter.host.decoded || (e.kind === "field" && e.declared.absentAs === "null");
  if (found.kind === "method" && found.name === "orValue" && !nulls) return { ...found, args: [list([])] };
  return method(call("optional.ofNonZeroValue", found), "orValue", list([]));
}

/** The elements of a list that is known when compiling, as literals of the IR; lists up to a size worth writing out. */
export function constantElements(emitter: Emitter, e: Expr): readonly Expr[] | undefined {
  const elements = e.kind === "list" ? e.elements : e.kind === "param" ? paramElements(emitter, e) : undefined;
  if (elements === undefined || elements.length > 20) return undefined;
  return elements.every((element) => element.kind === "literal") ? elements : undefined;
}

function paramElements(emitter: Emitter, e: Extract<Expr, { kind: "param" }>): readonly Expr[] | undefined {
  const json = emitter.params?.[e.name];
  if (!Array.isArray(json)) return undefined;
  return (json as readonly Json[]).map((element) => literalExpr(element as string | number | boolean, e.span));
}
