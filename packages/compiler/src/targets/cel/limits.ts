import type { Cel } from "./ast.js";
import { printCel } from "./print.js";

/*
 * Limits of the parser that every host uses, in the environment of the API server: 250 levels of any one rule of the grammar, and 100,000
 * code points. A policy with an expression beyond them is refused on apply. Flat `&&` and `||` are no levels; a sum is one for each operand.
 */

/** Levels of the tree: no rule of the grammar is entered more often than there are levels. */
const depthLimit = 240;

/** Code points of one expression, with room for what a host or a product puts around it. */
const lengthLimit = 95_000;

/** Which limit an expression would break; undefined when a host can parse it. */
export function brokenParserLimit(cel: Cel): string | undefined {
  if (depthOf(cel) > depthLimit) return `nests deeper than ${String(depthLimit)} levels`;
  // As it is longest: every character that a host could substitute is escaped.
  const length = [...printCel(cel, { escapeSubstitutions: true })].length;
  return length > lengthLimit ? `is longer than ${String(lengthLimit)} characters` : undefined;
}

function depthOf(cel: Cel): number {
  const below = (...inner: readonly Cel[]): number => inner.reduce((most, one) => Math.max(most, depthOf(one)), 0);
  switch (cel.kind) {
    case "literal":
    case "number":
    case "name":
    case "emptyMap":
      return 1;
    case "select":
      return 1 + depthOf(cel.of);
    case "index":
      return 1 + below(cel.of, cel.index);
    case "call":
      return 1 + below(...cel.args);
    case "method":
      return 1 + below(cel.of, ...cel.args);
    case "macro":
      return 1 + below(cel.of, cel.body);
    case "map":
      return 1 + below(...cel.entries.flat());
    case "list":
      return 1 + below(...cel.elements);
    case "not":
      return 1 + depthOf(cel.operand);
    case "chain":
      return (cel.operator === "&&" || cel.operator === "||" ? 1 : cel.operands.length) + below(...cel.operands);
    case "relation":
      return 1 + below(cel.left, cel.right);
    case "ternary":
      return 1 + below(cel.test, cel.then, cel.otherwise);
  }
}
