import type { Node } from "ts-morph";
import type { Expr } from "../ir/nodes.js";
import { type Lowering, refuse, sourceText } from "./lowering.js";
import type { Rewrite } from "./rewrite/edit.js";

/** Refuses what depends on the order of a list that has none: engines iterate a map in an order of their own. */
export function refuseUnordered(lowering: Lowering, node: Node, list: Expr, rewrite?: Rewrite): Expr | undefined {
  const { value } = list.type;
  if (value.kind !== "list" || value.unordered !== true) return undefined;
  return refuse(lowering, "mapOrder", node, { text: sourceText(node) }, rewrite);
}
