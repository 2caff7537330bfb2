import { type Cel, isLogical, mapParts, name, parts } from "./ast.js";
import type { CelVariable } from "./roots.js";

/*
 * Hosts compile an expression in a time that grows with the square of its size: for each operation, cel-go's checker copies what it has
 * found out about the type parameters of all those before. Kyverno compiles a ClusterPolicy anew for every request. So what is large,
 * and uses no variable of a macro around it, becomes a variable of its own; hosts evaluate one when it is first used, so that it costs
 * what it cost where it stood.
 */

/** Operations of a part at least: one takes a millisecond to check. */
const partSize = 30;

/** Operations of an expression that is left as it is: to take a part out of a smaller one gains nothing. */
const wholeSize = 2 * partSize;

/** What is left of an expression, and the parts that are taken out of it, each of which may use those before it. */
export function withParts(whole: CelVariable): readonly [whole: CelVariable, parts: readonly CelVariable[]] {
  if (operationsOf(whole.expression) < wholeSize) return [whole, []];
  const found: CelVariable[] = [];
  const takeOut = (expression: Cel): Cel => {
    const own = `${whole.name}Part${String(found.length + 1)}`;
    found.push({ ...whole, name: own, expression, isPart: true });
    return name(`variables.${own}`);
  };
  const { cel } = split(whole.expression, new Set(), takeOut);
  return [{ ...whole, expression: cel }, found];
}

interface Split {
  readonly cel: Cel;
  /** Operations that are left in it. */
  readonly size: number;
  /** The variables of macros around it that it uses. */
  readonly uses: ReadonlySet<string>;
}

/** An expression without its parts. From below: a part is the least that is large enough. */
function split(cel: Cel, items: ReadonlySet<string>, takeOut: (expression: Cel) => Cel): Split {
  const inside: Split[] = [];
  const inBody = cel.kind === "macro" ? new Set([...items, cel.item]) : items;
  const left = mapParts(cel, (operand) => {
    const isBody = cel.kind === "macro" && operand === cel.body;
    const whole = split(operand, isBody ? inBody : items, takeOut);
    const isPart = whole.size >= partSize && whole.uses.size === 0 && takesDynamic(cel, operand) && isPlain(operand);
    inside.push(isPart ? { ...whole, size: 0 } : whole);
    return isPart ? takeOut(whole.cel) : whole.cel;
  });
  const uses = new Set(inside.flatMap((one) => [...one.uses]));
  if (cel.kind === "macro") uses.delete(cel.item);
  if (cel.kind === "name" && items.has(firstStep(cel.name))) uses.add(firstStep(cel.name));
  return { cel: left, size: ownOperations(cel) + inside.reduce((sum, one) => sum + one.size, 0), uses };
}

/** Whether an operand may be dynamic, as a variable is to Kyverno's checker, and nothing around it becomes dynamic by that. */
function takesDynamic(outer: Cel, operand: Cel): boolean {
  switch (outer.kind) {
    case "chain":
      return isLogical(outer.operator) || outer.operator === "+";
    case "ternary":
      return operand === outer.test;
    case "macro":
      return operand === outer.of;
    case "relation":
    case "not":
      return true;
    default:
      return false;
  }
}

/** Whether an expression is a truth value or a list. */
function isPlain(cel: Cel): boolean {
  if (cel.kind === "chain") return isLogical(cel.operator);
  return cel.kind === "macro" || cel.kind === "relation" || cel.kind === "not";
}

function firstStep(path: string): string {
  return path.split(".", 1)[0] ?? path;
}

function operationsOf(cel: Cel): number {
  return parts(cel).reduce((sum, one) => sum + operationsOf(one), ownOperations(cel));
}

/** What a checker finds type parameters for: constants, names, plain fields and `&&` have none, and a macro is a loop of several. */
function ownOperations(cel: Cel): number {
  switch (cel.kind) {
    case "literal":
    case "number":
    case "name":
    case "emptyMap":
    case "not":
      return 0;
    case "select":
      return cel.optional ? 1 : 0;
    case "chain":
      return isLogical(cel.operator) ? 0 : cel.operands.length - 1;
    case "macro":
      return 4;
    case "index":
    case "call":
    case "method":
    case "map":
    case "list":
    case "relation":
    case "ternary":
      return 1;
  }
}
