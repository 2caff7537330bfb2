import { podPath } from "@writ/sdk";
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
  or,
  relation,
  sum,
  ternary,
} from "./ast.js";
import { type CelHost, type Emitter, newEmitter } from "./emitter.js";
import { conforms, firstProblem, firstText, type Place } from "./guard.js";
import { cleaningOf, shownText } from "./message.js";
import { ruleParts } from "./rule.js";

/** A policy as CEL: what a validation, its message and its named parts say. */
export interface CelProgram {
  /** Named parts, each of which may use those before it; hosts evaluate them when they are first used. */
  readonly variables: readonly { readonly name: string; readonly expression: Cel }[];
  /** True when the object is allowed. */
  readonly validation: Cel;
  /** What is wrong, when it is not. */
  readonly message: Cel;
}

/** Emits a policy as one validation: hosts stop at the first that fails, and the order of messages is part of the verdict. */
export function celProgram(policy: CompiledPolicy, host: CelHost): CelProgram {
  const emitter = newEmitter(host, policy.params);
  const variables = [...rootVariables(policy, host)];
  const guarded = guardOf(emitter, policy);
  variables.push(...(guarded?.variables ?? []));
  const cleaning = cleaningOf(policy.ir.rules);
  const rules = policy.ir.rules.map((rule, position) => {
    const bad = `bad${policy.ir.rules.length === 1 ? "" : String(position + 1)}`;
    return { variable: bad, ...ruleParts(emitter, policy.id, rule, name(`variables.${bad}`), cleaning) };
  });
  variables.push(...rules.map(({ variable, bad }) => ({ name: variable, expression: bad })));
  const most = rules.reduce<number | undefined>(
    (total, rule) => (total === undefined || rule.most === undefined ? undefined : total + rule.most),
    0,
  );
  const messages = sum(rules.map((rule) => rule.messages));
  const shown = shownText(emitter, policy.id, policy.ir.rules, messages, most);
  variables.push(...shown.variables);
  return {
    variables,
    validation: or([
      isBeingDeleted(host),
      and([...(guarded === undefined ? [] : [name("variables.wellFormed")]), ...rules.map(({ none }) => none)]),
    ]),
    message: guarded === undefined ? shown.text : ternary(name("variables.wellFormed"), shown.text, guarded.problem),
  };
}

const optional = (of: Cel, ...path: readonly string[]): Cel =>
  path.reduce<Cel>((at, field) => optionalSelect(at, field), of);
const orNull = (of: Cel): Cel => method(of, "orValue", literal(null));
const isMap = (of: Cel): Cel => relation("==", call("type", of), name("map"));

/** An object that waits for its finalizers. `.?` is an error on a list, so an object that nobody has decoded is looked at first. */
function isBeingDeleted(host: CelHost): Cel {
  const metadata = optional(name("object"), "metadata");
  const test = relation("!=", orNull(optional(metadata, "deletionTimestamp")), literal(null));
  return host.decoded ? test : and([isMap(orNull(metadata)), test]);
}

/** Where the Pod stands in each kind, most telling first; the last is that of every kind not named. */
const podPaths: readonly { readonly kind?: string; readonly path: readonly string[] }[] = [
  { kind: "Pod", path: podPath("Pod") },
  { kind: "CronJob", path: podPath("CronJob") },
  { kind: "PodTemplate", path: podPath("PodTemplate") },
  { path: podPath("Deployment") },
];

/** A choice by the kind of the object, among the kinds that the policy judges. */
function byKind(policy: CompiledPolicy, make: (path: readonly string[]) => Cel): Cel {
  const judged = new Set(policy.kinds.map(({ kind }) => kind));
  const named = podPaths.filter(({ kind }) => kind === undefined || judged.has(kind));
  const others = [...judged].some((kind) => !podPaths.some((one) => one.kind === kind));
  const choices = others ? named : named.filter(({ kind }) => kind !== undefined);
  return (
    choices.reduceRight<Cel | undefined>((otherwise, { kind, path }) => {
      if (otherwise === undefined || kind === undefined) return make(path);
      return ternary(relation("==", name("object.kind"), literal(kind)), make(path), otherwise);
    }, undefined) ?? make([])
  );
}

function podIn(policy: CompiledPolicy, from: string, host: CelHost): Cel {
  const found = byKind(policy, (path) =>
    path.length === 0 ? name(from) : method(optional(name(from), ...path), "orValue", emptyMap),
  );
  return host.decoded ? found : ternary(relation("==", name("variables.podProblem"), literal("")), found, emptyMap);
}

const emptyMap: Cel = { kind: "emptyMap" };

/** The first place on the way to the Pod that is no object; empty when there is none. */
function podProblem(policy: CompiledPolicy): Cel {
  return byKind(policy, (path) =>
    path.reduceRight<Cel>((deeper, _, depth) => {
      const at = path.slice(0, depth + 1);
      const broken = not(isMap(orNull(optional(name("object"), ...at))));
      return ternary(broken, literal(`${at.join(".")} must be an object`), deeper);
    }, literal("")),
  );
}

function podText(policy: CompiledPolicy): Cel {
  return byKind(policy, (path) => literal(path.map((segment) => `${segment}.`).join("")));
}

/** The parts of the request that the rules ask for. */
function rootVariables(policy: CompiledPolicy, host: CelHost): CelProgram["variables"] {
  const used = new Set<string>();
  for (const rule of policy.ir.rules) {
    for (const expr of ruleExpressions(rule)) {
      walk(expr, (node) => {
        if (node.kind === "root") used.add(node.root);
        if (node.kind === "containers") used.add(node.of).add(node.of === "pod" ? "containers" : "oldContainers");
      });
    }
  }
  const old = ternary(
    relation("in", name("request.operation"), list([literal("UPDATE"), literal("DELETE")])),
    name("oldObject"),
    call("dyn", literal(null)),
  );
  const variables: { name: string; expression: Cel }[] = [];
  if (used.has("oldObject") || used.has("oldPod")) variables.push({ name: "oldObject", expression: old });
  const readsPod = used.has("pod") || policy.ir.shapes.pod !== undefined;
  if (readsPod && !host.decoded) variables.push({ name: "podProblem", expression: podProblem(policy) });
  if (readsPod) variables.push({ name: "pod", expression: podIn(policy, "object", host) });
  if (used.has("oldPod")) variables.push({ name: "oldPod", expression: podIn(policy, "variables.oldObject", host) });
  if (used.has("containers")) variables.push({ name: "containers", expression: containersOf("variables.pod") });
  if (used.has("oldContainers"))
    variables.push({ name: "oldContainers", expression: containersOf("variables.oldPod") });
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

/** The shape guard; a host that decodes built-in kinds needs none for them. */
function guardOf(
  emitter: Emitter,
  policy: CompiledPolicy,
): { variables: CelProgram["variables"]; problem: Cel } | undefined {
  if (emitter.host.decoded) return undefined;
  const { object, pod } = policy.ir.shapes;
  const roots: { shape: NonNullable<typeof object>; place: Place }[] = [];
  if (object !== undefined)
    roots.push({ shape: object, place: { way: name("object"), value: name("object"), text: { rest: "" } } });
  if (pod !== undefined) {
    roots.push({
      shape: pod,
      place: {
        way: name("variables.pod"),
        value: name("variables.pod"),
        text: { base: name("variables.podText"), rest: "" },
      },
    });
  }
  if (roots.length === 0) return undefined;
  const toPod = name("variables.podProblem");
  const wellFormed = and([
    ...(pod === undefined ? [] : [relation("==", toPod, literal(""))]),
    ...roots.map(({ shape, place }) => conforms(emitter, shape, place)),
  ]);
  const problems = roots.flatMap(({ shape, place }) => {
    const found = firstProblem(emitter, shape, place);
    return shape === pod ? [ternary(relation("==", toPod, literal("")), found, toPod)] : [found];
  });
  return {
    variables: [
      ...(pod === undefined ? [] : [{ name: "podText", expression: podText(policy) }]),
      { name: "wellFormed", expression: wellFormed },
    ],
    problem: firstText(emitter, list(problems)),
  };
}
