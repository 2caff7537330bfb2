import { podPath } from "@writ/sdk";
import { cleanMessage, messageLimit } from "@writ/sdk/runtime";
import type { Expr, Rule, Step } from "../../ir/nodes.js";
import type { CompiledPolicy } from "../../ir/policy.js";
import { rendered } from "../../ir/render.js";
import { ruleExpressions, substitute, walk } from "../../ir/visit.js";
import {
  type Cel,
  and,
  call,
  difference,
  index,
  int,
  isTrue,
  list,
  literal,
  macro,
  method,
  name,
  not,
  optionalSelect,
  or,
  relation,
  sum,
  ternary,
} from "./ast.js";
import { condition } from "./condition.js";
import { type CelHost, type Emitter, freshName, newEmitter } from "./emitter.js";
import { conforms, firstProblem, firstText, type Place } from "./guard.js";
import { listOf } from "./list.js";
import { bindName, value } from "./value.js";

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
  const allowed: Cel[] = [];
  const texts: Cel[] = [];
  for (const [position, rule] of policy.ir.rules.entries()) {
    const bad = `bad${policy.ir.rules.length === 1 ? "" : String(position + 1)}`;
    const parts = ruleParts(emitter, policy.id, rule, name(`variables.${bad}`));
    variables.push({ name: bad, expression: parts.bad });
    allowed.push(parts.none);
    texts.push(parts.text);
  }
  variables.push({ name: "messages", expression: allMessages(emitter, texts) });
  const message = render(name("variables.messages"));
  return {
    variables,
    validation: or([
      isBeingDeleted(host),
      and([...(guarded === undefined ? [] : [name("variables.wellFormed")]), ...allowed]),
    ]),
    message: guarded === undefined ? message : ternary(name("variables.wellFormed"), message, guarded.problem),
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

interface RuleParts {
  /** The offending elements of the rule's first list, or whether it is broken when it has no list. */
  readonly bad: Cel;
  /** True when nothing is broken, in terms of the variable that holds `bad`. */
  readonly none: Cel;
  /** The messages, one on each line, in terms of the same variable; empty when nothing is broken. */
  readonly text: Cel;
}

/** The rule with the constants before its first list put in the place of their names. */
function inlineLeading(rule: Rule): Rule {
  const position = rule.steps.findIndex((step) => step.kind === "let");
  const step = rule.steps[position];
  const list = rule.steps.findIndex((one) => one.kind === "each");
  if (step?.kind !== "let" || list === -1 || position > list) return rule;
  const put = (expr: Expr): Expr => substitute(expr, step.name, step.value);
  const steps = rule.steps.flatMap((one, at): Step[] => {
    if (at === position) return [];
    if (one.kind === "each") return [{ ...one, list: put(one.list) }];
    if (one.kind === "let") return [{ ...one, value: put(one.value) }];
    return [{ ...one, condition: put(one.condition) }];
  });
  return inlineLeading({ ...rule, steps, message: put(rule.message), target: put(rule.target) });
}

function ruleParts(emitter: Emitter, id: string, written: Rule, bad: Cel): RuleParts {
  const rule = inlineLeading(written);
  const first = rule.steps.findIndex((step) => step.kind === "each");
  const step = rule.steps[first];
  if (step?.kind !== "each") {
    const test = broken(emitter, rule.steps);
    return {
      bad: test,
      none: { kind: "not", operand: bad },
      text: ternary(bad, messages(emitter, id, rule, rule.steps), literal("")),
    };
  }
  const before = rule.steps.slice(0, first);
  const rest = rule.steps.slice(first + 1);
  // A condition before the list decides for all its elements.
  const over = listOf(emitter, step.list);
  const item = freshName(emitter, step.item);
  emitter.variables.set(step.item, name(item));
  const offending = macro(over, "filter", item, broken(emitter, rest));
  const conditions = before.flatMap((one) => (one.kind === "assume" ? [condition(emitter, one.condition)] : []));
  const test = and(conditions);
  const shown = freshName(emitter, step.item);
  emitter.variables.set(step.item, name(shown));
  const text = messages(emitter, id, rule, rest);
  return {
    bad: isTrue(test) ? offending : ternary(test, offending, list([])),
    none: relation("==", call("size", bad), int(0)),
    text: method(macro(bad, "map", shown, text), "join", literal("\n")),
  };
}

/** Whether the steps lead to a report for some choice of elements. */
function broken(emitter: Emitter, steps: readonly Step[]): Cel {
  const [step, ...rest] = steps;
  if (step === undefined) return literal(true);
  switch (step.kind) {
    case "assume":
      return and([condition(emitter, step.condition), broken(emitter, rest)]);
    case "let":
      return mentions(rest, undefined, step.name)
        ? bindName(emitter, step.name, step.value, "exists", () => broken(emitter, rest))
        : broken(emitter, rest);
    case "each": {
      const over = listOf(emitter, step.list);
      const item = freshName(emitter, step.item);
      emitter.variables.set(step.item, name(item));
      return macro(over, "exists", item, broken(emitter, rest));
    }
  }
}

/** The messages of steps that are known to lead to a report, one on each line. */
function messages(emitter: Emitter, id: string, rule: Rule, steps: readonly Step[]): Cel {
  const [step, ...rest] = steps;
  if (step === undefined) return cleaned(emitter, id, rule.message);
  switch (step.kind) {
    case "assume":
      return messages(emitter, id, rule, rest);
    case "let":
      return mentions(rest, rule.message, step.name)
        ? index(
            bindName(emitter, step.name, step.value, "map", () => messages(emitter, id, rule, rest)),
            int(0),
          )
        : messages(emitter, id, rule, rest);
    case "each": {
      const over = listOf(emitter, step.list);
      const item = freshName(emitter, step.item);
      emitter.variables.set(step.item, name(item));
      const offending = macro(over, "filter", item, broken(emitter, rest));
      const shown = freshName(emitter, step.item);
      emitter.variables.set(step.item, name(shown));
      return method(macro(offending, "map", shown, messages(emitter, id, rule, rest)), "join", literal("\n"));
    }
  }
}

function mentions(steps: readonly Step[], message: Expr | undefined, variable: string): boolean {
  const exprs = steps.map((step) =>
    step.kind === "each" ? step.list : step.kind === "let" ? step.value : step.condition,
  );
  let found = false;
  for (const expr of message === undefined ? exprs : [...exprs, message]) {
    walk(expr, (node) => {
      found ||= node.kind === "variable" && node.name === variable;
    });
  }
  return found;
}

const blank = "\\x{0}-\\x{20}\\x{7f}-\\x{9f}\\x{2028}\\x{2029}";
const control = "\\x{0}-\\x{1f}\\x{7f}-\\x{9f}\\x{2028}\\x{2029}";

/** A message as `cleanMessage` makes it. A constant is cleaned now; the rest only pays for what needs cleaning. */
function cleaned(emitter: Emitter, id: string, message: Expr): Cel {
  if (message.kind === "literal" && typeof message.value === "string") return literal(cleanMessage(message.value, id));
  const [whole, trimmed, cut, character] = ["t", "t", "t", "ch"].map((hint) => freshName(emitter, hint)) as [
    string,
    string,
    string,
    string,
  ];
  const trim = method(name(whole), "find", literal(`(?s)[^${blank}](?:.*[^${blank}])?`));
  const short = ternary(
    relation(">", call("size", name(trimmed)), int(messageLimit)),
    method(name(trimmed), "substring", int(0), int(messageLimit)),
    name(trimmed),
  );
  const space = ternary(method(name(character), "matches", literal(`[${control}]`)), literal(" "), name(character));
  const plain = ternary(
    relation("==", name(cut), literal("")),
    literal(`violates ${id}`),
    ternary(
      method(name(cut), "matches", literal(`[${control}]`)),
      method(macro(method(name(cut), "split", literal("")), "map", character, space), "join"),
      name(cut),
    ),
  );
  const steps = macro(
    macro(macro(list([value(emitter, message)]), "map", whole, trim), "map", trimmed, short),
    "map",
    cut,
    plain,
  );
  return index(steps, int(0));
}

function allMessages(emitter: Emitter, texts: readonly Cel[]): Cel {
  const item = freshName(emitter, "m");
  const all = macro(list(texts), "filter", item, relation("!=", name(item), literal("")));
  return method(method(all, "join", literal("\n")), "split", literal("\n"));
}

/** The first few messages and how many more there are: see `rendered`, which says the same of the interpreter's result. */
function render(messagesVariable: Cel): Cel {
  const few = Array.from({ length: rendered }, (_, position) => index(messagesVariable, int(position)));
  const more = call("string", difference(call("size", messagesVariable), int(rendered)));
  const parts = few.flatMap((message, position) => (position === 0 ? [message] : [literal("; "), message]));
  return ternary(
    relation("<=", call("size", messagesVariable), int(rendered)),
    method(messagesVariable, "join", literal("; ")),
    sum([...parts, literal("; and "), more, literal(" more")]),
  );
}
