/*
 * The part of CEL that writ emits. Macros (`exists`, `all`, `filter`, `map`) are nodes of their own because they bind a name.
 */

export type Cel =
  | { readonly kind: "literal"; readonly value: null | boolean | string }
  | { readonly kind: "number"; readonly value: number; readonly double: boolean }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "select"; readonly of: Cel; readonly field: string; readonly optional: boolean }
  | { readonly kind: "index"; readonly of: Cel; readonly index: Cel; readonly optional: boolean }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Cel[] }
  | { readonly kind: "method"; readonly of: Cel; readonly name: string; readonly args: readonly Cel[] }
  | { readonly kind: "macro"; readonly of: Cel; readonly macro: Macro; readonly item: string; readonly body: Cel }
  | { readonly kind: "emptyMap" }
  | { readonly kind: "map"; readonly entries: readonly (readonly [key: Cel, value: Cel])[] }
  | { readonly kind: "list"; readonly elements: readonly Cel[] }
  | { readonly kind: "not"; readonly operand: Cel }
  | {
      readonly kind: "chain";
      readonly operator: "&&" | "||" | "+" | "-" | "*" | "/" | "%";
      readonly operands: readonly Cel[];
    }
  | { readonly kind: "relation"; readonly operator: Relation; readonly left: Cel; readonly right: Cel }
  | { readonly kind: "ternary"; readonly test: Cel; readonly then: Cel; readonly otherwise: Cel };

export type Macro = "exists" | "all" | "filter" | "map";
export type Relation = "==" | "!=" | "<" | "<=" | ">" | ">=" | "in";

export const literal = (value: null | boolean | string): Cel => ({ kind: "literal", value });
export const int = (value: number): Cel => ({ kind: "number", value, double: false });
export const name = (of: string): Cel => ({ kind: "name", name: of });
export const select = (of: Cel, field: string): Cel => ({ kind: "select", of, field, optional: false });
export const optionalSelect = (of: Cel, field: string): Cel => ({ kind: "select", of, field, optional: true });
export const index = (of: Cel, at: Cel): Cel => ({ kind: "index", of, index: at, optional: false });
export const optionalIndex = (of: Cel, at: Cel): Cel => ({ kind: "index", of, index: at, optional: true });
export const call = (of: string, ...args: readonly Cel[]): Cel => ({ kind: "call", name: of, args });
export const method = (of: Cel, called: string, ...args: readonly Cel[]): Cel => ({
  kind: "method",
  of,
  name: called,
  args,
});
export const macro = (of: Cel, which: Macro, item: string, body: Cel): Cel => ({
  kind: "macro",
  of,
  macro: which,
  item,
  body,
});
export const list = (elements: readonly Cel[]): Cel => ({ kind: "list", elements });
export const relation = (operator: Relation, left: Cel, right: Cel): Cel => ({
  kind: "relation",
  operator,
  left,
  right,
});
export const ternary = (test: Cel, then: Cel, otherwise: Cel): Cel => ({ kind: "ternary", test, then, otherwise });

export function isTrue(cel: Cel): boolean {
  return cel.kind === "literal" && cel.value === true;
}

export function isFalse(cel: Cel): boolean {
  return cel.kind === "literal" && cel.value === false;
}

/** `!`, drawn in where it costs nothing: a relation has its opposite, and so has a chain of those. */
export function not(operand: Cel): Cel {
  if (operand.kind === "not") return operand.operand;
  if (isTrue(operand)) return literal(false);
  if (isFalse(operand)) return literal(true);
  if (operand.kind === "relation" && operand.operator === "==") return relation("!=", operand.left, operand.right);
  if (operand.kind === "relation" && operand.operator === "!=") return relation("==", operand.left, operand.right);
  if (operand.kind === "chain" && isLogical(operand.operator)) {
    const opposites = operand.operands.map(not);
    if (opposites.filter((one) => one.kind === "not").length <= 1)
      return operand.operator === "&&" ? or(opposites) : and(opposites);
  }
  return { kind: "not", operand };
}

/** Whether an operator puts truth values together. */
export function isLogical(operator: string): operator is "&&" | "||" {
  return operator === "&&" || operator === "||";
}

/** The direct operands of a node. */
export function parts(cel: Cel): readonly Cel[] {
  switch (cel.kind) {
    case "literal":
    case "number":
    case "name":
    case "emptyMap":
      return [];
    case "select":
      return [cel.of];
    case "index":
      return [cel.of, cel.index];
    case "call":
      return cel.args;
    case "method":
      return [cel.of, ...cel.args];
    case "macro":
      return [cel.of, cel.body];
    case "map":
      return cel.entries.flat();
    case "list":
      return cel.elements;
    case "not":
      return [cel.operand];
    case "chain":
      return cel.operands;
    case "relation":
      return [cel.left, cel.right];
    case "ternary":
      return [cel.test, cel.then, cel.otherwise];
  }
}

/** A node with other operands, made in the order of `parts`. */
export function mapParts(cel: Cel, make: (part: Cel) => Cel): Cel {
  switch (cel.kind) {
    case "literal":
    case "number":
    case "name":
    case "emptyMap":
      return cel;
    case "select":
      return { ...cel, of: make(cel.of) };
    case "index":
      return { ...cel, of: make(cel.of), index: make(cel.index) };
    case "call":
      return { ...cel, args: cel.args.map((arg) => make(arg)) };
    case "method":
      return { ...cel, of: make(cel.of), args: cel.args.map((arg) => make(arg)) };
    case "macro":
      return { ...cel, of: make(cel.of), body: make(cel.body) };
    case "map":
      return { ...cel, entries: cel.entries.map(([key, value]) => [make(key), make(value)] as const) };
    case "list":
      return { ...cel, elements: cel.elements.map(make) };
    case "not":
      return { ...cel, operand: make(cel.operand) };
    case "chain":
      return { ...cel, operands: cel.operands.map(make) };
    case "relation":
      return { ...cel, left: make(cel.left), right: make(cel.right) };
    case "ternary":
      return { ...cel, test: make(cel.test), then: make(cel.then), otherwise: make(cel.otherwise) };
  }
}

/** How many nodes a tree has. */
export function sizeOf(cel: Cel): number {
  return 1 + parts(cel).reduce((total, part) => total + sizeOf(part), 0);
}

/** Flat `&&`: the grammar counts a nested chain as depth, and reads no better. */
export function and(operands: readonly Cel[]): Cel {
  const flat = operands.flatMap((operand) =>
    operand.kind === "chain" && operand.operator === "&&" ? operand.operands : [operand],
  );
  if (flat.some(isFalse)) return literal(false);
  return chain(
    "&&",
    flat.filter((operand) => !isTrue(operand)),
    true,
  );
}

export function or(operands: readonly Cel[]): Cel {
  const flat = operands.flatMap((operand) =>
    operand.kind === "chain" && operand.operator === "||" ? operand.operands : [operand],
  );
  if (flat.some(isTrue)) return literal(true);
  return chain(
    "||",
    flat.filter((operand) => !isFalse(operand)),
    false,
  );
}

/** Text or lists put together. */
export function sum(operands: readonly Cel[]): Cel {
  const [only] = operands;
  return only !== undefined && operands.length === 1 ? only : { kind: "chain", operator: "+", operands };
}

export function times(left: Cel, right: Cel): Cel {
  return { kind: "chain", operator: "*", operands: [left, right] };
}

export function difference(left: Cel, right: Cel): Cel {
  return { kind: "chain", operator: "-", operands: [left, right] };
}

/** An integer divided by one that is not zero, cut off towards zero. */
export function quotient(dividend: Cel, divisor: number): Cel {
  return { kind: "chain", operator: "/", operands: [dividend, int(divisor)] };
}

/** What `quotient` leaves. */
export function remainder(dividend: Cel, divisor: number): Cel {
  return { kind: "chain", operator: "%", operands: [dividend, int(divisor)] };
}

function chain(operator: "&&" | "||", operands: readonly Cel[], empty: boolean): Cel {
  const [only] = operands;
  if (only === undefined) return literal(empty);
  return operands.length === 1 ? only : { kind: "chain", operator, operands };
}
