import {
  children,
  interpreter,
  type CompiledPolicy,
  type Expr,
  type JsonObject,
  type PolicyRequest,
  type Span,
} from "@writ/compiler/ir";

/** A condition that never went one way. */
export interface UncoveredBranch {
  readonly span: Span;
  /** The outcome that no input led to. */
  readonly never: boolean;
}

/** How many of the outcomes of a policy's conditions the inputs reached: each condition has two. */
export interface Coverage {
  readonly branches: number;
  readonly covered: number;
  readonly uncovered: readonly UncoveredBranch[];
}

/** Runs the inputs in the interpreter and watches every condition of the rules, down to the operands of `&&` and `||`. */
export function coverageOf(
  compiled: CompiledPolicy,
  inputs: readonly { readonly request: PolicyRequest; readonly params: JsonObject }[],
): Coverage {
  // A policy that was just compiled may hold one expression in two places, where one from the cache holds two.
  const policy = JSON.parse(JSON.stringify(compiled)) as CompiledPolicy;
  const outcomes = new Map<Expr, Set<boolean>>();
  for (const rule of policy.ir.rules) {
    for (const step of rule.steps) {
      if (step.kind === "assume")
        for (const condition of conditionsIn(step.condition)) outcomes.set(condition, new Set());
    }
  }
  const observe = (expr: Expr, value: unknown): void => {
    outcomes.get(expr)?.add(value === true);
  };
  const judges = new Map<string, ReturnType<typeof interpreter>>();
  for (const { request, params } of inputs) {
    const key = JSON.stringify(params);
    const judge = judges.get(key) ?? interpreter({ ...policy, params }, observe);
    judges.set(key, judge);
    judge(request);
  }
  const uncovered = [...outcomes].flatMap(([{ span }, seen]) =>
    [true, false].filter((outcome) => !seen.has(outcome)).map((never) => ({ span, never })),
  );
  const branches = 2 * outcomes.size;
  return { branches, covered: branches - uncovered.length, uncovered };
}

/** The conditions that decide within a condition; a constant decides nothing. */
function conditionsIn(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "literal":
      return [];
    case "and":
    case "or":
    case "not":
      return [expr, ...children(expr).flatMap(conditionsIn)];
    case "conditional":
      return [...conditionsIn(expr.test), ...conditionsIn(expr.then), ...conditionsIn(expr.otherwise)];
    case "quantified":
      return [expr, ...conditionsIn(expr.body)];
    case "let":
      return conditionsIn(expr.body);
    default:
      return expr.type.value.kind === "bool" ? [expr] : [];
  }
}
