import type { CompiledPolicy } from "../../ir/policy.js";
import { type Cel, and, literal, name, or, ternary } from "./ast.js";
import { type CelHost, newEmitter } from "./emitter.js";
import { shownText } from "./message.js";
import { type CelVariable, isBeingDeleted, rootVariables, subjectOf } from "./roots.js";
import { rulesParts } from "./rules.js";
import { shapeGuardOf } from "./shape-guard.js";
import { withParts } from "./split.js";
import { typedProgram } from "./typing.js";

/** A policy as CEL: what a validation, its message and its named parts say. */
export interface CelProgram {
  /** Named parts, each of which may use those before it; hosts evaluate them when they are first used. */
  readonly variables: readonly CelVariable[];
  /** True when the object is allowed. */
  readonly validation: Cel;
  /** What is wrong, when it is not. */
  readonly message: Cel;
}

/** Emits a policy as one validation: hosts stop at the first that fails, and the order of messages is part of the verdict. */
export function celProgram(policy: CompiledPolicy, host: CelHost, assumesPrintableTexts = false): CelProgram {
  const emitter = newEmitter(host, policy.params, subjectOf(policy), assumesPrintableTexts);
  const variables = [...rootVariables(policy, host)];
  const guarded = shapeGuardOf(emitter, policy);
  variables.push(...(guarded?.variables ?? []));
  const rules = rulesParts(emitter, policy.id, policy.ir.rules);
  variables.push(...rules.variables);
  const shown = shownText(emitter, policy.id, policy.ir.rules, rules);
  variables.push(...shown.variables);
  variables.unshift(...[...emitter.shared].map(([of, expression]) => ({ name: of, expression })));
  const [validation, validationParts] = withParts({
    name: "validation",
    expression: or([
      isBeingDeleted(policy, host),
      and([...(guarded === undefined ? [] : [name("variables.wellFormed")]), rules.none]),
    ]),
  });
  const [problem, problemParts] = withParts({ name: "problem", expression: guarded?.problem ?? literal("") });
  const [message, messageParts] = withParts({ name: "message", expression: shown.text });
  const named = variables.flatMap((variable) => {
    const [whole, parts] = withParts(variable);
    return [...parts, whole];
  });
  return typedProgram(
    [...named, ...validationParts, ...problemParts, ...messageParts],
    validation.expression,
    guarded === undefined
      ? message.expression
      : ternary(name("variables.wellFormed"), message.expression, problem.expression),
  );
}
