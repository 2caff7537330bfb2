import { mapChildren, type Expr } from "@writ/compiler/ir";

/** A small change to an expression, such as a mistake of an author or of a compiler would be. */
export interface Variation {
  readonly expr: Expr;
  /** What was done, in words that follow "the mutant …". */
  readonly what: string;
  /** The node that was changed. */
  readonly at: Expr;
}

/** Every variation of an expression: each node changed in each way that its kind knows, one change at a time. */
export function variationsOf(expr: Expr): readonly Variation[] {
  return [...own(expr), ...below(expr)];
}

function below(expr: Expr): readonly Variation[] {
  const found: Variation[] = [];
  let count = 0;
  mapChildren(expr, (child) => {
    const position = count++;
    for (const variation of variationsOf(child))
      found.push({ ...variation, expr: withChild(expr, position, variation.expr) });
    return child;
  });
  return found;
}

function withChild(expr: Expr, position: number, child: Expr): Expr {
  let count = 0;
  return mapChildren(expr, (old) => (count++ === position ? child : old));
}

function own(expr: Expr): readonly Variation[] {
  const vary = (what: string, changed: Expr): Variation => ({ expr: changed, what, at: expr });
  const boolean = expr.type.value.kind === "bool" ? [vary("negates it", negated(expr))] : [];
  switch (expr.kind) {
    case "and":
    case "or":
      return [
        ...expr.operands.map((_, index) => vary(`drops operand ${String(index + 1)}`, without(expr, index))),
        vary(expr.kind === "and" ? "reads && as ||" : "reads || as &&", {
          ...expr,
          kind: expr.kind === "and" ? "or" : "and",
        }),
      ];
    case "not":
      return [vary("drops the negation", expr.operand)];
    case "equal":
      return [
        ...boolean,
        ...otherConstants(expr.right).map((right) => vary(`compares with ${shown(right)}`, { ...expr, right })),
      ];
    case "compare":
      return [
        vary(`reads ${expr.operator} as ${atBoundary[expr.operator]}`, {
          ...expr,
          operator: atBoundary[expr.operator],
        }),
        vary(`reads ${expr.operator} as ${reversed[expr.operator]}`, { ...expr, operator: reversed[expr.operator] }),
      ];
    case "quantified": {
      const quantifier = expr.quantifier === "some" ? "every" : "some";
      return [...boolean, vary(`reads ${expr.quantifier} as ${quantifier}`, { ...expr, quantifier })];
    }
    case "filter":
    case "find":
      return [
        vary(`keeps every element in ${expr.kind}`, { ...expr, body: constant(expr, true) }),
        vary(`keeps no element in ${expr.kind}`, { ...expr, body: constant(expr, false) }),
      ];
    case "conditional":
      return [vary("takes the first branch always", expr.then), vary("takes the second branch always", expr.otherwise)];
    case "coalesce":
      return [vary("drops the default", expr.left), vary("takes the default always", expr.right)];
    case "list":
      // A list of one would become a list that nothing is in: `includes` of it is false, which the negation shows.
      return expr.elements.length < 2
        ? []
        : expr.elements.map((element, index) =>
            vary(`leaves out ${shown(element)}`, { ...expr, elements: expr.elements.filter((_, at) => at !== index) }),
          );
    case "stringTest":
      return [
        ...boolean,
        ...(["startsWith", "endsWith", "includes"] as const)
          .filter((test) => test !== expr.test)
          .map((test) => vary(`reads ${expr.test} as ${test}`, { ...expr, test })),
      ];
    case "regexTest":
      return [...boolean, ...unanchored(expr).map((source) => vary(`tests /${source}/`, { ...expr, source }))];
    case "includes":
    case "typeTest":
      return boolean;
    case "arithmetic":
      return [
        vary(`reads ${expr.operator} as ${otherOperation[expr.operator]}`, {
          ...expr,
          operator: otherOperation[expr.operator],
        }),
      ];
    case "concat":
      return expr.lists.map((_, index) =>
        vary(`leaves out list ${String(index + 1)}`, { ...expr, lists: expr.lists.filter((_, at) => at !== index) }),
      );
    case "call":
      return [
        ...boolean,
        ...(expr.args.length === 2 ? [vary(`swaps the arguments of ${expr.intrinsic}`, swapped(expr))] : []),
      ];
    case "field":
      return expr.type.optional && expr.type.value.kind !== "record"
        ? [vary(`reads ${expr.name} as absent`, constant(expr, null))]
        : [];
    case "element":
    case "entry":
      return [vary("reads it as absent", constant(expr, null))];
    case "literal":
    case "variable":
    case "root":
    case "param":
    case "containers":
    case "table":
    case "map":
    case "flatMap":
    case "indices":
    case "keys":
    case "join":
    case "split":
    case "length":
    case "template":
    case "let":
      return [];
  }
}

const atBoundary = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" } as const;
const reversed = { "<": ">=", "<=": ">", ">": "<=", ">=": "<" } as const;

const otherOperation = { "+": "-", "-": "+", "*": "+" } as const;

function negated(expr: Expr): Expr {
  return { kind: "not", operand: expr, type: { value: { kind: "bool" }, optional: false }, span: expr.span };
}

function constant(like: Expr, value: boolean | null): Expr {
  const type = value === null ? ({ value: { kind: "none" }, optional: true } as const) : boolType;
  return { kind: "literal", value, type, span: like.span };
}

const boolType = { value: { kind: "bool" }, optional: false } as const;

function without(expr: Extract<Expr, { kind: "and" | "or" }>, index: number): Expr {
  const operands = expr.operands.filter((_, at) => at !== index);
  const [only] = operands;
  return only !== undefined && operands.length === 1 ? only : { ...expr, operands };
}

/** Constants near a constant: another text, the integers beside it, the other boolean. */
function otherConstants(expr: Expr): readonly Expr[] {
  if (expr.kind !== "literal") return [];
  const { value } = expr;
  if (typeof value === "boolean") return [{ ...expr, value: !value }];
  if (typeof value === "string") return [{ ...expr, value: `${value}x` }];
  if (typeof value === "number" && Number.isSafeInteger(value))
    return [value - 1, value + 1].filter(Number.isSafeInteger).map((near) => ({ ...expr, value: near }));
  return [];
}

function unanchored({ source }: Extract<Expr, { kind: "regexTest" }>): readonly string[] {
  // An alternation at the top binds its anchors to one branch; taking one off still changes one thing only.
  const atStart = source.startsWith("^") ? [source.slice(1)] : [];
  const atEnd = /(?:^|[^\\])(?:\\\\)*\$$/.test(source) ? [source.slice(0, -1)] : [];
  return [...atStart, ...atEnd].filter((changed) => changed !== "");
}

function swapped(expr: Extract<Expr, { kind: "call" }>): Expr {
  return { ...expr, args: [...expr.args].reverse() };
}

function shown(expr: Expr): string {
  return expr.kind === "literal" ? JSON.stringify(expr.value) : "one element";
}
