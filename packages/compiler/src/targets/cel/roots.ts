import { podPath } from "@writ/sdk";
import type { Span } from "../../ir/nodes.js";
import type { CompiledPolicy } from "../../ir/policy.js";
import { ruleExpressions, walk } from "../../ir/visit.js";
import {
  type Cel,
  and,
  call,
  list,
  literal,
  method,
  name,
  not,
  optionalSelect,
  relation,
  select,
  sum,
  ternary,
} from "./ast.js";
import type { CelHost } from "./emitter.js";

/** A named part of a program; it may use those before it. */
export interface CelVariable {
  readonly name: string;
  readonly expression: Cel;
  /** The rule that it is made of, where it is one. */
  readonly span?: Span;
  /** Whether it is taken out of the one expression that uses it. */
  readonly isPart?: true;
}

/**
 * The object that a request is about. To a deletion hosts give it as the old object only, and each something else as the object: null,
 * an empty one, or the same.
 */
export function subjectOf(policy: CompiledPolicy): Cel {
  return name(judgesDeletion(policy) ? "variables.object" : "object");
}

function judgesDeletion({ operations }: CompiledPolicy): boolean {
  return operations.includes("DELETE");
}

const optional = (of: Cel, ...path: readonly string[]): Cel =>
  path.reduce<Cel>((at, field) => optionalSelect(at, field), of);
const orNull = (of: Cel): Cel => method(of, "orValue", literal(null));
const isMap = (of: Cel): Cel => relation("==", call("type", of), name("map"));
const none: Cel = call("dyn", literal(null));
const emptyMap: Cel = { kind: "emptyMap" };
const emptyPod: Cel = { kind: "map", entries: ["metadata", "spec"].map((field) => [literal(field), emptyMap]) };

/** An object that waits for its finalizers. `.?` is an error on a list, so an object that nobody has decoded is looked at first. */
export function isBeingDeleted(policy: CompiledPolicy, host: CelHost): Cel {
  const metadata = optional(subjectOf(policy), "metadata");
  const test = relation("!=", orNull(optional(metadata, "deletionTimestamp")), literal(null));
  return host.decoded ? test : and([isMap(orNull(metadata)), test]);
}

/** A choice by the kind of the object, among the kinds that the policy judges; kinds that choose alike are named together. */
export function choiceByKind(
  policy: CompiledPolicy,
  make: (kind: string) => Cel,
  alike: (kind: string) => string,
): Cel {
  const groups = new Map<string, string[]>();
  for (const kind of new Set(policy.kinds.map((of) => of.kind))) {
    const key = alike(kind);
    groups.set(key, [...(groups.get(key) ?? []), kind]);
  }
  // The largest group is what all kinds that are not named share.
  const ordered = [...groups.values()].sort((a, b) => a.length - b.length);
  const kindOf = select(subjectOf(policy), "kind");
  return ordered.slice(0, -1).reduceRight<Cel>(
    (otherwise, kinds) => {
      const [first = "", ...others] = kinds;
      const test =
        others.length === 0
          ? relation("==", kindOf, literal(first))
          : relation("in", kindOf, list(kinds.map((kind) => literal(kind))));
      return ternary(test, make(first), otherwise);
    },
    make(ordered.at(-1)?.[0] ?? ""),
  );
}

function byPodPath(policy: CompiledPolicy, make: (path: readonly string[]) => Cel): Cel {
  return choiceByKind(
    policy,
    (kind) => make(podPath(kind)),
    (kind) => podPath(kind).join("."),
  );
}

/**
 * The Pod of a workload. What a host has not decoded is looked at on the way, since `.?` is an error on a list: where the way breaks off
 * the Pod is null, and whatever it is itself, the shape guard looks at before a rule does.
 */
function podIn(policy: CompiledPolicy, from: Cel, host: CelHost): Cel {
  return byPodPath(policy, (path) => {
    if (path.length === 0) return from;
    // A ReplicationController may have no template, until the API's validation refuses it.
    if (host.decoded) return method(optional(from, ...path), "orValue", emptyPod);
    const way = path
      .slice(0, -1)
      .map((_, depth) => optional(path.slice(0, depth).reduce(select, from), path[depth] ?? ""));
    const found = orNull(optional(path.slice(0, -1).reduce(select, from), path.at(-1) ?? ""));
    return way.length === 0 ? found : ternary(and(way.map((at) => isMap(orNull(at)))), found, literal(null));
  });
}

/** The first place on the way to the Pod that is no object; empty when there is none. */
function podProblem(policy: CompiledPolicy, from: Cel, text: string): Cel {
  return byPodPath(policy, (path) =>
    path.reduceRight<Cel>((deeper, _, depth) => {
      const at = path.slice(0, depth + 1);
      const broken = not(isMap(orNull(optional(from, ...at))));
      return ternary(broken, literal(`${text}${at.join(".")} must be an object`), deeper);
    }, literal("")),
  );
}

/** What stands before a field of the Pod in messages. */
export function podText(policy: CompiledPolicy, text: string): Cel {
  return byPodPath(policy, (path) => literal(text + path.map((segment) => `${segment}.`).join("")));
}

/** The parts of the request that the rules, or the shape guard, ask for. */
export function rootVariables(policy: CompiledPolicy, host: CelHost): readonly CelVariable[] {
  const used = new Set<string>();
  for (const rule of policy.ir.rules) {
    for (const expr of ruleExpressions(rule)) {
      walk(expr, (node) => {
        if (node.kind === "root") used.add(node.root);
        if (node.kind === "containers") used.add(node.of).add(node.of === "pod" ? "containers" : "oldContainers");
      });
    }
  }
  for (const root of Object.keys(policy.ir.shapes)) used.add(root);
  const variables: CelVariable[] = [];
  const add = (variable: string, expression: Cel): void => void variables.push({ name: variable, expression });
  const operation = name("request.operation");
  const deletion = judgesDeletion(policy);
  if (deletion) add("object", ternary(relation("==", operation, literal("DELETE")), name("oldObject"), name("object")));
  if (used.has("oldObject") || used.has("oldPod")) {
    const hasOld = deletion
      ? relation("in", operation, list([literal("UPDATE"), literal("DELETE")]))
      : relation("==", operation, literal("UPDATE"));
    add("oldObject", ternary(hasOld, name("oldObject"), none));
  }
  const old = name("variables.oldObject");
  const ifOld = (then: Cel, otherwise: Cel): Cel => ternary(relation("==", old, literal(null)), otherwise, then);
  if (used.has("pod")) {
    if (!host.decoded) add("podProblem", podProblem(policy, subjectOf(policy), ""));
    add("pod", podIn(policy, subjectOf(policy), host));
  }
  if (used.has("oldPod")) {
    if (!host.decoded) add("oldPodProblem", ifOld(podProblem(policy, old, "oldObject."), literal("")));
    add("oldPod", ifOld(podIn(policy, old, host), none));
  }
  if (used.has("containers")) add("containers", containersOf("variables.pod"));
  if (used.has("oldContainers"))
    add(
      "oldContainers",
      ternary(relation("==", name("variables.oldPod"), literal(null)), none, containersOf("variables.oldPod")),
    );
  return variables;
}

function containersOf(pod: string): Cel {
  const spec = optional(name(pod), "spec");
  const lists = ["containers", "initContainers", "ephemeralContainers"].map((field): Cel => {
    const found = orNull(optional(spec, field));
    return method(call("optional.ofNonZeroValue", found), "orValue", list([]));
  });
  return sum(lists);
}
