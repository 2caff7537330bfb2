import type { CompiledPolicy, Expr, Rule, Span, Step } from "@writ/compiler/ir";
import { type Variation, variationsOf } from "./variations.js";

/** A policy with one mistake in it. Tests that do not tell it from the policy would not notice that mistake. */
export interface Mutant {
  /** `2:3`: the rule, and the number of the mutant within it, both from 1. */
  readonly id: string;
  /** The index of the rule that was changed. */
  readonly rule: number;
  readonly what: string;
  /** The changed construct in the policy's source. */
  readonly span: Span;
  readonly policy: CompiledPolicy;
  /** What became of the rule: nothing, when the mutant leaves it out. */
  readonly changed: readonly Rule[];
}

/**
 * The mutants of a policy. What a message says and where it points are left alone: every denial shows a change there, so such
 * mutants would raise the score and say nothing.
 */
export function mutantsOf(policy: CompiledPolicy): readonly Mutant[] {
  return policy.ir.rules.flatMap((rule, index) =>
    changesOf(rule).map(({ what, span, rule: changed }, number): Mutant => {
      const rules = policy.ir.rules.flatMap((old, at) => (at === index ? changed : [old]));
      const id = `${String(index + 1)}:${String(number + 1)}`;
      return { id, rule: index, what, span, changed, policy: { ...policy, ir: { ...policy.ir, rules } } };
    }),
  );
}

interface Change {
  readonly what: string;
  readonly span: Span;
  /** Empty when the rule is taken away. */
  readonly rule: readonly Rule[];
}

function changesOf(rule: Rule): readonly Change[] {
  const removed: Change = { what: "leaves the rule out", span: rule.span, rule: [] };
  return [removed, ...rule.steps.flatMap((step, position) => stepChanges(rule, step, position))];
}

function stepChanges(rule: Rule, step: Step, position: number): readonly Change[] {
  const put = (...steps: readonly Step[]): readonly Rule[] => [
    { ...rule, steps: [...rule.steps.slice(0, position), ...steps, ...rule.steps.slice(position + 1)] },
  ];
  const vary = (expr: Expr, make: (expr: Expr) => Step): readonly Change[] =>
    variationsOf(expr).map(({ expr: changed, what, at }: Variation) => ({
      what,
      span: at.span,
      rule: put(make(changed)),
    }));
  switch (step.kind) {
    case "assume":
      return [
        { what: "drops the condition", span: step.span, rule: put() },
        ...vary(step.condition, (condition) => ({ ...step, condition })),
      ];
    case "let":
      return vary(step.value, (value) => ({ ...step, value }));
    case "each":
      return [...fewerContainers(step, put), ...vary(step.list, (list) => ({ ...step, list }))];
  }
}

/** Init and ephemeral containers are the ones that policies forget. */
function fewerContainers(
  step: Extract<Step, { kind: "each" }>,
  put: (...steps: readonly Step[]) => readonly Rule[],
): readonly Change[] {
  const { list } = step;
  if (list.kind !== "containers") return [];
  const record = { value: { kind: "record", model: "" }, optional: true } as const;
  const pod: Expr = { kind: "root", root: list.of, type: { ...record, optional: false }, span: list.span };
  const read = (of: Expr, name: string, type: Expr["type"]): Expr => ({
    kind: "field",
    of,
    name,
    type,
    declared: { type, zeroDropped: false },
    span: list.span,
  });
  const spec = read(pod, "spec", record);
  const only = read(spec, "containers", { ...list.type, optional: true });
  return [
    { what: "forgets init and ephemeral containers", span: list.span, rule: put({ ...step, list: only }) },
    {
      what: "forgets all but init containers",
      span: list.span,
      rule: put({ ...step, list: read(spec, "initContainers", { ...list.type, optional: true }) }),
    },
  ];
}
