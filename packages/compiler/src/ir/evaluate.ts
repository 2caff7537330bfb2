import { containerLists, podPath } from "@writ/sdk";
import { intrinsics } from "../intrinsics/table.js";
import { computed } from "./build-list.js";
import type { Expr, Rule, Segment } from "./nodes.js";
import type { CompiledPolicy, Json, JsonObject, Operation, PolicyRequest } from "./policy.js";
import { oldObjectOf } from "./shape-check.js";

/** A value of the IR; none is `undefined`. */
export type Value = undefined | boolean | number | string | readonly Json[] | JsonObject;

/** One violation before its message is cleaned. */
export interface Finding {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Path = readonly (string | number)[];

/** A value together with the place in the document it was read from, when it has one. */
export interface Located {
  readonly value: Value;
  readonly path: Path | undefined;
  /** The place in the old object, of which the document has none. */
  readonly oldPath?: Path;
}

export type Scope = ReadonlyMap<string, Located>;

export interface Machine {
  readonly params: JsonObject;
  readonly request: PolicyRequest;
  readonly observe: Observe | undefined;
  /** Hears what is read, from the document or the old object, and each parameter. */
  readonly read?: (from: Located | { readonly param: string; readonly value: Value }) => void;
}

/** Hears the value of every expression that is evaluated, and of every condition of a rule. */
export type Observe = (expr: Expr, value: Value) => void;

/**
 * Evaluates the rules of a policy: rule by rule, in document order. This is the meaning of the IR; every target is
 * compared with it. The shape guard and the scope (`deletionTimestamp`) are the caller's.
 */
export function evaluateRules(policy: CompiledPolicy, request: PolicyRequest, observe?: Observe): readonly Finding[] {
  const machine: Machine = { params: policy.params, request, observe };
  return policy.ir.rules.flatMap((rule) => runSteps(machine, rule, 0, new Map()));
}

/** The value of an expression that reads no document and no parameter, in requests of one operation. */
export function evaluateClosed(expr: Expr, operation: Operation): Value {
  return evaluate({ params: {}, request: { object: {}, operation }, observe: undefined }, expr, new Map());
}

function runSteps(machine: Machine, rule: Rule, position: number, scope: Scope): readonly Finding[] {
  const step = rule.steps[position];
  if (step === undefined) return [report(machine, rule, scope)];
  switch (step.kind) {
    case "assume":
      return evaluate(machine, step.condition, scope) === true ? runSteps(machine, rule, position + 1, scope) : [];
    case "let":
      return runSteps(machine, rule, position + 1, bind(scope, step.name, locate(machine, step.value, scope)));
    case "each":
      return elements(machine, step.list, scope).flatMap((element) =>
        runSteps(machine, rule, position + 1, bind(scope, step.item, element)),
      );
  }
}

export function report(machine: Machine, rule: Rule, scope: Scope): Finding {
  const { path } = locate(machine, rule.target, scope);
  const message = evaluate(machine, rule.message, scope);
  if (path === undefined || typeof message !== "string")
    throw new Error("a rule reported without a place or a message");
  const at = rule.at.map((segment) => (isExpr(segment) ? evaluate(machine, segment, scope) : segment));
  return { path: [...path, ...at.map(indexOrName)], message };
}

function isExpr(segment: Segment): segment is Expr {
  return typeof segment === "object";
}

function indexOrName(segment: Value): string | number {
  if (typeof segment === "string" || typeof segment === "number") return segment;
  throw new Error("a rule reported at no position");
}

export function bind(scope: Scope, name: string, value: Located): Scope {
  return new Map(scope).set(name, value);
}

/** Evaluates an expression that may denote a place of the document. */
export function locate(machine: Machine, expr: Expr, scope: Scope): Located {
  const located = placeOf(machine, expr, scope);
  if (located.path !== undefined || located.oldPath !== undefined) machine.read?.(located);
  return located;
}

function placeOf(machine: Machine, expr: Expr, scope: Scope): Located {
  switch (expr.kind) {
    case "root":
      return root(machine, expr.root);
    case "variable":
      return scope.get(expr.name) ?? { value: undefined, path: undefined };
    case "field": {
      const of = locate(machine, expr.of, scope);
      return below(of, expr.name, field(of.value, expr.name, expr.declared.zeroDropped));
    }
    case "element": {
      const index = evaluate(machine, expr.index, scope);
      return typeof index === "number" ? (elements(machine, expr.of, scope)[index] ?? nowhere) : nowhere;
    }
    case "entry": {
      const of = locate(machine, expr.of, scope);
      const key = evaluate(machine, expr.key, scope);
      return typeof key === "string" ? below(of, key, field(of.value, key, false)) : nowhere;
    }
    case "find":
      return (
        elements(machine, expr.list, scope).find((element) =>
          holdsFor(machine, expr.item, element, expr.body, scope),
        ) ?? nowhere
      );
    case "let":
      return locate(machine, expr.body, bind(scope, expr.name, locate(machine, expr.value, scope)));
    case "conditional":
      return locate(machine, evaluate(machine, expr.test, scope) === true ? expr.then : expr.otherwise, scope);
    case "coalesce": {
      const left = locate(machine, expr.left, scope);
      return left.value === undefined ? locate(machine, expr.right, scope) : left;
    }
    default:
      return { value: evaluate(machine, expr, scope), path: undefined };
  }
}

const nowhere: Located = { value: undefined, path: undefined };

function below({ path, oldPath }: Located, segment: string | number, value: Value): Located {
  if (oldPath !== undefined) return { value, path: undefined, oldPath: [...oldPath, segment] };
  return { value, path: path && [...path, segment] };
}

function root({ request }: Machine, name: string): Located {
  const object = name === "oldObject" || name === "oldPod" ? oldObjectOf(request) : request.object;
  // An old object is not in the document, so nothing read from it has a place there.
  const path = name === "object" || name === "pod" ? [] : undefined;
  const old = (place: Path) => (name === "oldObject" || name === "oldPod" ? { oldPath: place } : {});
  switch (name) {
    case "operation":
      return { value: request.operation, path: undefined };
    case "namespace":
      return { value: request.namespace, path: undefined };
    case "pod":
    case "oldPod": {
      const kind = request.object["kind"];
      const prefix = podPath(typeof kind === "string" ? kind : "");
      const pod = prefix.reduce<Value>((value, segment) => field(value, segment, false), object);
      return { value: pod, path: path && prefix, ...old(prefix) };
    }
    default:
      return { value: object, path, ...old([]) };
  }
}

/** A member of an object: none when it is absent, null, or at the zero value that the API server would drop. */
function field(of: Value, name: string, zeroDropped: boolean): Value {
  if (typeof of !== "object" || Array.isArray(of) || !Object.hasOwn(of, name)) return undefined;
  const value = (of as JsonObject)[name] ?? undefined;
  return zeroDropped && isZero(value) ? undefined : value;
}

// What Go's `omitempty` leaves out; null members of a map do not count.
function isZero(value: Value): boolean {
  if (isList(value)) return value.length === 0;
  if (typeof value === "object") return Object.values(value).every((member) => member === null);
  return value === false || value === 0 || value === "";
}

function isList(value: Value): value is readonly Json[] {
  return Array.isArray(value);
}

/** The elements of a list expression, each with its place; empty when the list is none. */
export function elements(machine: Machine, list: Expr, scope: Scope): readonly Located[] {
  if (list.kind === "containers") {
    const spec = below(root(machine, list.of), "spec", field(root(machine, list.of).value, "spec", false));
    return containerLists.flatMap((name) => elementsOf(below(spec, name, field(spec.value, name, false))));
  }
  if (list.kind === "filter") {
    return elements(machine, list.list, scope).filter((element) =>
      holdsFor(machine, list.item, element, list.body, scope),
    );
  }
  if (list.kind === "map") {
    return elements(machine, list.list, scope).map((element) =>
      locate(machine, list.body, bind(scope, list.item, element)),
    );
  }
  if (list.kind === "flatMap") {
    return elements(machine, list.list, scope).flatMap((element) =>
      elements(machine, list.body, bind(scope, list.item, element)),
    );
  }
  if (list.kind === "concat") return list.lists.flatMap((part) => elements(machine, part, scope));
  if (list.kind === "coalesce") {
    const left = evaluate(machine, list.left, scope);
    return elements(machine, left === undefined ? list.right : list.left, scope);
  }
  if (list.kind === "conditional") {
    return elements(machine, evaluate(machine, list.test, scope) === true ? list.then : list.otherwise, scope);
  }
  if (list.kind === "list") return list.elements.map((element) => locate(machine, element, scope));
  return elementsOf(locate(machine, list, scope));
}

function elementsOf(list: Located): readonly Located[] {
  if (!isList(list.value)) return [];
  return list.value.map((value, index) => below(list, index, value ?? undefined));
}

function holdsFor(machine: Machine, item: string, element: Located, body: Expr, scope: Scope): boolean {
  return evaluate(machine, body, bind(scope, item, element)) === true;
}

/** The value of an expression. */
export function evaluate(machine: Machine, expr: Expr, scope: Scope): Value {
  const value = valueOf(machine, expr, scope);
  machine.observe?.(expr, value);
  return value;
}

function valueOf(machine: Machine, expr: Expr, scope: Scope): Value {
  const value = (inner: Expr): Value => evaluate(machine, inner, scope);
  switch (expr.kind) {
    case "literal":
      return expr.value ?? undefined;
    case "list":
      return expr.elements.map((element) => value(element) as Json);
    case "table":
      return Object.fromEntries(expr.entries.map((entry) => [entry.key, value(entry.value) as Json]));
    case "param": {
      const given = machine.params[expr.name] ?? undefined;
      machine.read?.({ param: expr.name, value: given });
      return given;
    }
    case "root":
    case "variable":
    case "field":
    case "element":
    case "entry":
    case "find":
    case "let":
      return locate(machine, expr, scope).value;
    case "containers":
      if (root(machine, expr.of).value === undefined) return undefined;
      return elements(machine, expr, scope).map((element) => element.value as Json);
    case "not":
      return value(expr.operand) !== true;
    case "and":
      return firstUnlike(true, expr.operands, value);
    case "or":
      return firstLike(true, expr.operands, value);
    case "equal":
      return value(expr.left) === value(expr.right);
    case "compare":
      return compare(expr.operator, value(expr.left), value(expr.right));
    case "arithmetic":
      return computed(expr.operator, value(expr.left), value(expr.right));
    case "typeTest":
      return typeof value(expr.operand) === expr.test;
    case "conditional":
      return value(expr.test) === true ? value(expr.then) : value(expr.otherwise);
    case "coalesce":
      return value(expr.left) ?? value(expr.right);
    case "quantified":
    case "filter":
    case "map":
    case "flatMap":
    case "includes":
    case "indices":
    case "join":
    case "length":
      return overList(machine, expr, scope);
    case "stringTest":
      return stringTest(expr.test, value(expr.text), value(expr.part));
    case "concat":
      return elements(machine, expr, scope).map((element) => element.value as Json);
    case "keys":
      return keysOf(value(expr.of));
    case "split": {
      const text = value(expr.text);
      return typeof text === "string" ? text.split(expr.separator) : undefined;
    }
    case "regexTest": {
      const text = value(expr.text);
      return typeof text === "string" ? new RegExp(expr.source, expr.flags).test(text) : undefined;
    }
    case "template":
      return expr.parts.map((part) => textOf(value(part))).join("");
    case "call": {
      const args = expr.args.map(value);
      const run = intrinsics[expr.intrinsic].evaluate as (...args: readonly Value[]) => Value;
      return args.includes(undefined) ? undefined : run(...args);
    }
  }
}

function textOf(value: Value): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  throw new Error("a template holds strings and integers");
}

function firstUnlike(sought: boolean, operands: readonly Expr[], value: (expr: Expr) => Value): Value {
  let last: Value;
  for (const operand of operands) {
    last = value(operand);
    if (last !== sought) return last;
  }
  return last;
}

function firstLike(sought: boolean, operands: readonly Expr[], value: (expr: Expr) => Value): Value {
  let last: Value;
  for (const operand of operands) {
    last = value(operand);
    if (last === sought) return last;
  }
  return last;
}

type OverList = Extract<
  Expr,
  { kind: "quantified" | "filter" | "map" | "flatMap" | "includes" | "indices" | "join" | "length" }
>;

function overList(machine: Machine, expr: OverList, scope: Scope): Value {
  if (!isList(evaluate(machine, expr.list, scope))) return undefined;
  const items = elements(machine, expr.list, scope);
  switch (expr.kind) {
    case "quantified": {
      const holds = (element: Located) => holdsFor(machine, expr.item, element, expr.body, scope);
      return expr.quantifier === "some" ? items.some(holds) : items.every(holds);
    }
    case "filter":
    case "map":
    case "flatMap":
      return elements(machine, expr, scope).map((element) => element.value as Json);
    case "includes": {
      const sought = evaluate(machine, expr.value, scope);
      return sought !== undefined && items.some((element) => element.value === sought);
    }
    case "indices":
      return items.map((_, index) => index);
    case "join":
      return items.map((element) => textOf(element.value)).join(expr.separator);
    case "length":
      return items.length;
  }
}

function compare(operator: "<" | "<=" | ">" | ">=", left: Value, right: Value): boolean {
  if (typeof left !== "number" || typeof right !== "number") return false;
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}

function keysOf(map: Value): Value {
  if (typeof map !== "object" || isList(map)) return undefined;
  return Object.keys(map).filter((key) => map[key] !== null);
}

function stringTest(test: "startsWith" | "endsWith" | "includes", text: Value, part: Value): Value {
  if (typeof text !== "string" || typeof part !== "string") return undefined;
  return text[test](part);
}
