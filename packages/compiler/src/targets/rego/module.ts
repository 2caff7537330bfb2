import { cleanMessage } from "@writ/sdk/runtime";
import { placeVariables } from "../../ir/place.js";
import type { Expr, Rule as IrRule, Step } from "../../ir/nodes.js";
import type { CompiledPolicy, Json } from "../../ir/policy.js";
import {
  type Module,
  type Rule,
  type Statement,
  type Term,
  array,
  call,
  expr,
  global,
  globalNames,
  infix,
  scalar,
  variable,
  withoutUnused,
} from "./ast.js";
import { bindTotal, holds } from "./condition.js";
import {
  type Building,
  type Emitter,
  library,
  libraryCall,
  nameTerm,
  newEmitter,
  pathTerm,
  sourceLine,
} from "./emitter.js";
import { guardRules } from "./guard.js";
import { bindElement, bindFound, pathOf } from "./list.js";
import { isKeyword, snakeCase } from "./names.js";
import { textOf, total } from "./term.js";

/** The package of a policy: its id is unique with hyphens, and holds no underscores, so that a keyword can have one. */
export function policyPackage(id: string): readonly string[] {
  const name = snakeCase(id);
  return ["writ", "policies", isKeyword(name) ? `${name}_` : name];
}

/** The module of one policy: `violations` holds `{"path", "msg"}` objects. */
export function policyModule(policy: CompiledPolicy): Module {
  const emitter = newEmitter(policy.ir);
  const rules = policy.ir.rules.map((rule) => violationRule(emitter, policy, rule));
  const guard = guardRules(emitter, policy.ir.shapes);
  const head = [
    ...scopeRules(
      emitter,
      policy.operations,
      (["malformed", "malformed_old"] as const).filter((name) => guard.some((rule) => rule.name === name)),
    ),
  ];
  const params = Object.keys(policy.params).length === 0 ? [] : [paramsRule(policy)];
  const all = [...params, ...rules, ...head, ...emitter.helpers, ...guard];
  // What was built may have been left out again since nothing used it; OPA refuses an import that nothing uses.
  const named = globalNames(all);
  return {
    comment: [policy.title, `Policy ${policy.id}, severity ${policy.severity}, from ${policy.file}.`],
    package: policyPackage(policy.id),
    imports: [...emitter.imports].filter((name) => named.has(name)).map((name) => `data.writ.lib.${name}`),
    rules: all,
  };
}

function paramsRule(policy: CompiledPolicy): Rule {
  return { kind: "value", name: "params", args: [], branches: [{ value: jsonTerm(policy.params), body: [] }] };
}

function jsonTerm(value: Json): Term {
  if (value === null || typeof value !== "object") return scalar(value);
  if (Array.isArray(value)) return array((value as readonly Json[]).map(jsonTerm));
  return { kind: "object", members: Object.entries(value).map(([key, member]) => [key, jsonTerm(member)]) };
}

/** Requests that the policy judges. The set of operations that most policies have is tested once for all of them. */
function scopeOf(emitter: Emitter, operations: CompiledPolicy["operations"]): readonly Statement[] {
  if (operations.length === 2) return [{ kind: "not", term: library(emitter, "request", "is_out_of_scope") }];
  const judged = { kind: "set", elements: operations.map((operation) => scalar(operation)) } as const;
  return [
    expr(infix("in", library(emitter, "request", "operation"), judged)),
    { kind: "not", term: library(emitter, "request", "is_being_deleted") },
  ];
}

/** What comes before every verdict: requests that are none of the policy's business, and documents of the wrong shape. */
function scopeRules(
  emitter: Emitter,
  operations: CompiledPolicy["operations"],
  guards: readonly ("malformed" | "malformed_old")[],
): readonly Rule[] {
  const inScope = scopeOf(emitter, operations);
  const none = (name: string): Statement => expr(infix("==", call("count", global(name)), scalar(0)));
  const judged: Rule = {
    kind: "condition",
    name: "judged",
    args: [],
    bodies: [[...inScope, ...guards.map(none)]],
  };
  const first = (path: Term, set: string, before: readonly Statement[]): Rule => ({
    kind: "contains",
    name: "violations",
    value: violation(path, variable("msg")),
    // There is no least of nothing: a sound document asks no more.
    body: [
      {
        kind: "assign",
        target: array([variable(path.kind === "variable" ? "path" : "_"), variable("msg")]),
        value: call("min", global(set)),
      },
      ...inScope,
      ...before,
    ],
  });
  const rules = guards.map((name, index) =>
    name === "malformed" ? first(variable("path"), name, []) : first(array([]), name, guards.slice(0, index).map(none)),
  );
  const comment = "A document of the wrong shape has one violation: its first broken place.";
  return [judged, ...rules.map((rule, index): Rule => (index === 0 ? { ...rule, comment } : rule))];
}

function violation(path: Term, message: Term): Term {
  return {
    kind: "object",
    members: [
      ["msg", message],
      ["path", path],
    ],
  };
}

function violationRule(emitter: Emitter, policy: CompiledPolicy, rule: IrRule): Rule {
  emitter.names.begin();
  const body: Building = [expr(global("judged"))];
  const located = placeVariables(rule);
  for (const step of rule.steps) pushStep(emitter, step, located, body);
  const path = pathOf(emitter, rule.target);
  if (path === undefined) throw new Error(`the report at ${sourceLine(emitter, rule.span)} has no place`);
  const at = rule.at.map((segment) => (typeof segment === "object" ? total(emitter, segment, body) : scalar(segment)));
  const message = messageTerm(emitter, policy.id, rule.message, body);
  const value = violation(
    nameTerm(body, "path", pathTerm({ ...path, segments: [...path.segments, ...at] })),
    nameTerm(body, "msg", message),
  );
  return {
    kind: "contains",
    name: "violations",
    value,
    body: withoutUnused(body, [value]),
    comment: sourceLine(emitter, rule.span),
  };
}

function pushStep(emitter: Emitter, step: Step, located: ReadonlySet<string>, body: Building): void {
  switch (step.kind) {
    case "assume":
      holds(emitter, step.condition, body);
      return;
    case "each":
      bindElement(emitter, body, step.item, step.list, located.has(step.item));
      return;
    case "let":
      pushLet(emitter, step.name, step.value, located.has(step.name), body);
      return;
  }
}

function pushLet(emitter: Emitter, name: string, value: Expr, located: boolean, body: Building): void {
  if (value.kind === "find" && located) {
    bindFound(emitter, body, name, value);
    return;
  }
  const term = bindTotal(emitter, name, value, body);
  const path = located ? pathOf(emitter, value) : undefined;
  emitter.variables.set(name, { term, ...(path === undefined ? {} : { path }) });
}

/** A message that is known now is cleaned now; of another, what is known now need not be searched for control characters. */
function messageTerm(emitter: Emitter, id: string, message: Expr, body: Building): Term {
  if (message.kind === "literal" && typeof message.value === "string") return scalar(cleanMessage(message.value, id));
  if (message.kind !== "template") {
    return libraryCall(emitter, "text", "clean", total(emitter, message, body), scalar(id));
  }
  const text = textOf(emitter, message, body, (part, shown) =>
    isPrintable(part) ? shown : libraryCall(emitter, "text", "printable", shown),
  );
  return libraryCall(emitter, "text", "fit", text, scalar(id));
}

function isPrintable(part: Expr): boolean {
  if (part.kind !== "literal") return part.type.value.kind === "int" || part.type.value.kind === "number";
  return typeof part.value !== "string" || !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(part.value);
}
