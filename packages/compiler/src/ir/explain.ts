import {
  type Finding,
  type Machine,
  type Scope,
  type Value,
  bind,
  elements,
  evaluate,
  locate,
  report,
} from "./evaluate.js";
import type { Rule, Span } from "./nodes.js";
import type { CompiledPolicy, PolicyRequest } from "./policy.js";

/** A value that a condition looked at, and where it stands: in the object, in the old object, or among the parameters. */
export interface Reading {
  readonly of: "object" | "oldObject" | "params";
  readonly path: readonly (string | number)[];
  /** None is `undefined`. */
  readonly value: Value;
}

/** One way through the steps of a rule, as far as it went. */
export interface Explanation {
  readonly rule: Rule;
  /** What its conditions read, each place once, without the objects on the way there. */
  readonly readings: readonly Reading[];
  readonly outcome:
    | { readonly kind: "reports"; readonly finding: Finding; readonly decisive: Span }
    /** A condition that does not hold. */
    | { readonly kind: "spares"; readonly condition: Span }
    /** A list without elements. */
    | { readonly kind: "empty"; readonly list: Span };
}

/**
 * Evaluates the rules of a policy and says why each came out as it did: for every way through its steps what was read, and the
 * condition that decided. The scope and the shape guard are the caller's, as for the evaluation itself.
 */
export function explainRules(policy: CompiledPolicy, request: PolicyRequest): readonly Explanation[] {
  return policy.ir.rules.flatMap((rule) =>
    follow({ policy, request, rule }, 0, new Map(), { readings: [], decisive: rule.span }),
  );
}

interface Subject {
  readonly policy: CompiledPolicy;
  readonly request: PolicyRequest;
  readonly rule: Rule;
}

/** What was seen on the way to a step. */
interface Way {
  readonly readings: readonly Reading[];
  /** The condition that held last. */
  readonly decisive: Span;
}

function follow(subject: Subject, position: number, scope: Scope, way: Way): readonly Explanation[] {
  const { rule } = subject;
  const step = rule.steps[position];
  const readings: Reading[] = [];
  const machine = listening(subject, readings);
  if (step === undefined) {
    const finding = report(machine, rule, scope);
    const outcome = { kind: "reports", finding, decisive: way.decisive } as const;
    return [{ rule, readings: distinct(way.readings), outcome }];
  }
  const next = (inner: Scope, decisive: Span): readonly Explanation[] =>
    follow(subject, position + 1, inner, { readings: [...way.readings, ...readings], decisive });
  switch (step.kind) {
    case "assume": {
      if (evaluate(machine, step.condition, scope) === true) return next(scope, step.span);
      const outcome = { kind: "spares", condition: step.span } as const;
      return [{ rule, readings: distinct([...way.readings, ...readings]), outcome }];
    }
    case "let": {
      const value = locate(machine, step.value, scope);
      return next(bind(scope, step.name, value), way.decisive);
    }
    case "each": {
      const found = elements(machine, step.list, scope);
      // That lists were walked through explains nothing, unless there is nothing in them.
      if (found.length > 0) readings.splice(0, readings.length, ...readings.filter(isScalar));
      if (found.length > 0) return found.flatMap((element) => next(bind(scope, step.item, element), way.decisive));
      const outcome = { kind: "empty", list: step.span } as const;
      return [{ rule, readings: distinct([...way.readings, ...readings]), outcome }];
    }
  }
}

function isScalar({ value }: Reading): boolean {
  return value !== undefined && typeof value !== "object";
}

function listening({ policy, request }: Subject, readings: Reading[]): Machine {
  return {
    params: policy.params,
    request,
    observe: undefined,
    read(from) {
      if ("param" in from) readings.push({ of: "params", path: [from.param], value: from.value });
      else if (from.oldPath !== undefined) readings.push({ of: "oldObject", path: from.oldPath, value: from.value });
      else if (from.path !== undefined) readings.push({ of: "object", path: from.path, value: from.value });
    },
  };
}

/** Each place once, without those that something below them was read of. */
function distinct(readings: readonly Reading[]): readonly Reading[] {
  const byPlace = new Map(readings.map((reading) => [JSON.stringify([reading.of, ...reading.path]), reading]));
  const open = [...byPlace.keys()].map((key) => key.slice(0, -1));
  return [...byPlace]
    .filter(([key]) => !open.some((other) => other.startsWith(`${key.slice(0, -1)},`)))
    .map(([, of]) => of);
}
