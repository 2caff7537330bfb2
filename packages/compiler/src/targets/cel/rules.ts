import type { Rule, Step } from "../../ir/nodes.js";
import { isSame } from "../../ir/same.js";
import { type Cel, and, list, name, not, or, sum, ternary } from "./ast.js";
import { condition } from "./condition.js";
import type { Emitter } from "./emitter.js";
import { inlineNames } from "./inline.js";
import { type Cleaning, cleaningOf } from "./message.js";
import type { CelVariable } from "./roots.js";
import { withoutPositions } from "./positions.js";
import { type RuleParts, ruleParts } from "./rule.js";

/** The rules of a policy, put together. */
export interface RulesParts {
  readonly variables: readonly CelVariable[];
  /** True when no rule is broken. */
  readonly none: Cel;
  /** The messages of all rules. */
  readonly messages: Cel;
  /** How many messages there can be; undefined where a list decides. */
  readonly most: number | undefined;
  /** The only message and when it holds, of a policy that has one at most. */
  readonly single?: RuleParts["single"];
}

/** Emits the rules. What every rule begins with is asked once, before them. */
export function rulesParts(emitter: Emitter, id: string, written: readonly Rule[]): RulesParts {
  const cleaning: Cleaning = cleaningOf(written);
  const rules = written.map(withoutPositions).map(inlineNames);
  const shared = rules.length > 1 ? sharedConditions(rules) : 0;
  const [first] = rules;
  const applies = and(
    (first?.steps.slice(0, shared) ?? []).flatMap((step) =>
      step.kind === "assume" ? [condition(emitter, step.condition)] : [],
    ),
  );
  const parts = rules.map((rule, position) => {
    const variable = `bad${rules.length === 1 ? "" : String(position + 1)}`;
    const rest = { ...rule, steps: rule.steps.slice(shared) };
    return { variable, span: rule.span, ...ruleParts(emitter, id, rest, name(`variables.${variable}`), cleaning) };
  });
  const variables = parts.flatMap(({ variable, bad, span }) =>
    bad === undefined ? [] : [{ name: variable, expression: bad, span }],
  );
  const none = and(parts.map((part) => part.none));
  const messages = sum(parts.map((part) => part.messages));
  const most = parts.every(({ single }) => single !== undefined) ? parts.length : undefined;
  const [only] = parts;
  const single = parts.length === 1 ? only?.single : undefined;
  if (shared === 0) return { variables, none, messages, most, ...(single === undefined ? {} : { single }) };
  const asked = name("variables.applies");
  return {
    variables: [{ name: "applies", expression: applies }, ...variables],
    none: or([not(asked), none]),
    messages: ternary(asked, messages, list([])),
    most,
  };
}

/** With how many conditions all rules begin. */
function sharedConditions(rules: readonly Rule[]): number {
  const [first, ...others] = rules;
  if (first === undefined) return 0;
  const firstOther = first.steps.findIndex(
    (step, position) => step.kind !== "assume" || others.some((rule) => !isSameCondition(step, rule.steps[position])),
  );
  return firstOther === -1 ? first.steps.length : firstOther;
}

function isSameCondition(step: Step, other: Step | undefined): boolean {
  return other?.kind === "assume" && step.kind === "assume" && isSame(step, other);
}
