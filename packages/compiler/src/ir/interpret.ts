import { type DropTrie, type Violation, cleanMessage, isBeingDeleted, sortViolations } from "@writ/sdk/runtime";
import { podPath } from "@writ/sdk";
import { evaluateRules, type Finding, type Observe } from "./evaluate.js";
import { type CompiledPolicy, type PolicyRequest, kindKey } from "./policy.js";
import { renderFindings } from "./render.js";
import { type Shape, shapesOfKind } from "./shape.js";
import { joinShapes, mergeShapes, shapeGuard } from "./shape-check.js";

/** Judges one request: its violations as a set in canonical order. */
export type Judge = (request: PolicyRequest) => readonly Violation[];

/**
 * The reference interpreter of one policy: scope (operations, objects that are not being deleted), shape guard,
 * rules. `observe` hears what the rules come to.
 */
export function interpreter(policy: CompiledPolicy, observe?: Observe): Judge {
  const judge = findingsOf(policy, observe);
  return (request) =>
    sortViolations(judge(request).map(({ path, message }) => ({ path, message: cleanMessage(message, policy.id) })));
}

/** The one text that a CEL host gives for a request; undefined when it is allowed. */
export function renderedJudge(policy: CompiledPolicy): (request: PolicyRequest) => string | undefined {
  const judge = findingsOf(policy);
  return (request) => {
    const findings = judge(request);
    return findings.length === 0 ? undefined : renderFindings(findings, policy.id);
  };
}

function findingsOf(policy: CompiledPolicy, observe?: Observe): (request: PolicyRequest) => readonly Finding[] {
  const guard = shapeGuard(policy.ir.shapes);
  return (request) => {
    if (!policy.operations.includes(request.operation) || isBeingDeleted(request.object)) return [];
    const problem = guard(request);
    return problem === undefined ? evaluateRules(policy, request, observe) : [problem];
  };
}

/** The fields to drop at zero before the policies' own TypeScript runs, by kind (`apps/v1/Deployment`). */
export function dropTries(policies: readonly CompiledPolicy[]): Readonly<Record<string, DropTrie>> {
  const shapes = new Map<string, Shape>();
  for (const policy of policies) {
    for (const kind of policy.kinds) {
      const { object, pod, oldObject, oldPod } = shapesOfKind(policy.ir.shapes, kind.kind);
      const prefix = podPath(kind.kind);
      for (const shape of [joinShapes(object, pod, prefix), joinShapes(oldObject, oldPod, prefix)]) {
        if (shape === undefined) continue;
        const known = shapes.get(kindKey(kind));
        shapes.set(kindKey(kind), known === undefined ? shape : mergeShapes(known, shape));
      }
    }
  }
  return Object.fromEntries([...shapes].map(([key, shape]) => [key, trieOf(shape)]));
}

function trieOf(shape: Shape): DropTrie {
  const fields = Object.entries(shape.fields ?? {}).map(([name, field]) => [
    name,
    { ...trieOf(field), ...(field.zeroDropped ? { zero: true as const } : {}) },
  ]);
  const elements = shape.element && trieOf(shape.element);
  return {
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) as Record<string, DropTrie> }),
    ...(elements === undefined || Object.keys(elements).length === 0 ? {} : { elements }),
  };
}
