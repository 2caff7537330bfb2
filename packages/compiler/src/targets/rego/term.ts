import { isLiteral, literal } from "../../ir/build.js";
import { noneness } from "../../ir/noneness.js";
import type { Coalesce, Expr, Field, Template } from "../../ir/nodes.js";
import { type Branch, type Term, array, call, definedRef, expr, global, infix, nullTerm, ref, scalar } from "./ast.js";
import { bindTotal, holds } from "./condition.js";
import { type Building, type Emitter, library, libraryCall, valueHelper } from "./emitter.js";
import { arithmetic, concat, flatMap, indices, join, keys, split, table } from "./collections.js";
import { libraryFunctions } from "./intrinsics/table.js";
import { comprehension, counted, withoutEmptyDefault } from "./list.js";

/**
 * What the caller does with a partial term, where that lets a zero-dropped field be read as it stands: it is compared with
 * something that is never the zero value, or a list whose elements are visited or searched, of which zero has none.
 */
export type Use = "any" | "compared" | "visited" | "member";

/** A term that is undefined or null exactly when the expression is none. Pushes what it needs to the body. */
export function partial(emitter: Emitter, e: Expr, body: Building, use: Use = "any"): Term {
  switch (e.kind) {
    case "field":
      return partialField(emitter, e, body, use);
    case "entry":
      return (e.type.optional ? ref : definedRef)(refable(emitter, e.of, body), total(emitter, e.key, body));
    case "element":
      return (e.type.optional ? ref : definedRef)(refable(emitter, e.of, body), total(emitter, e.index, body));
    case "coalesce":
      if ((use === "visited" || use === "member") && withoutEmptyDefault(e) !== e) {
        return partial(emitter, withoutEmptyDefault(e), body, use);
      }
      return total(emitter, e, body);
    case "list":
      if (use === "member") return { kind: "set", elements: elements(emitter, e, body) };
      return total(emitter, e, body);
    default:
      return total(emitter, e, body);
  }
}

function partialField(emitter: Emitter, e: Field, body: Building, use: Use): Term {
  // A rule of the library, which the shape guard has asked already.
  if (e.name === "spec" && e.of.kind === "root" && e.of.root === "pod") return library(emitter, "workload", "pod_spec");
  const read = (e.type.optional ? ref : definedRef)(refable(emitter, e.of, body), e.name);
  const zero = e.declared.zeroDropped && e.type.optional && use === "any" ? zeroOf(e) : undefined;
  if (zero === undefined) return read;
  if (zero === "members") body.push(expr(libraryCall(emitter, "value", "has_members", read)));
  else body.push(expr(infix("!=", read, zero)));
  return read;
}

/** The zero value of a field, where one term says it; a map is zero when it has no members that count. */
export function zeroOf(e: Field): Term | "members" | undefined {
  switch (e.declared.type.value.kind) {
    case "bool":
      return scalar(false);
    case "int":
    case "number":
      return scalar(0);
    case "string":
      return scalar("");
    case "list":
      return array([]);
    case "map":
    case "record":
      return "members";
    default:
      return undefined;
  }
}

/** A term that a field can be read from. */
function refable(emitter: Emitter, e: Expr, body: Building): Term {
  const term = partial(emitter, e, body, "visited");
  if (term.kind === "variable" || term.kind === "global" || term.kind === "ref") return term;
  const name = emitter.names.fresh("value");
  body.push({ kind: "assign", target: { kind: "variable", name }, value: term });
  return { kind: "variable", name };
}

/** A term that is always defined: null when the expression is none. `hint` names the helper that it may need. */
export function total(emitter: Emitter, e: Expr, body: Building, hint?: string): Term {
  switch (e.kind) {
    case "literal":
      return scalar(e.value);
    case "list":
      return e.elements.every((element) => element.kind === "literal") && e.name !== undefined
        ? constant(emitter, e)
        : array(elements(emitter, e, body));
    case "table":
      return table(emitter, e, body);
    case "variable":
      return emitter.variables.get(e.name)?.term ?? unbound(e.name);
    case "root":
      return root(emitter, e.root);
    case "param":
      return definedRef(global("params"), e.name);
    case "containers":
      return library(emitter, "workload", e.of === "pod" ? "containers" : "old_containers");
    case "field":
    case "entry":
      return totalRead(emitter, e, body);
    case "element":
      return libraryCall(emitter, "value", "at", total(emitter, e.of, body), total(emitter, e.index, body));
    case "coalesce":
      return coalesced(emitter, e, body, hint);
    case "conditional":
      return valueHelper(emitter, hint ?? "choice", branches(emitter, e), e.span);
    case "filter":
    case "map":
    case "length":
      return overList(emitter, e, body, hint);
    case "flatMap":
      return flatMap(emitter, e);
    case "concat":
      return concat(emitter, e, body);
    case "indices":
      return indices(emitter, e);
    case "keys":
      return keys(emitter, e);
    case "join":
      return join(emitter, e);
    case "split":
      return split(emitter, e);
    case "arithmetic":
      return arithmetic(emitter, e, body);
    case "find":
      return found(emitter, e, hint);
    case "template":
      return textOf(emitter, e, body, (_, text) => text);
    case "call":
      return libraryCall(emitter, ...libraryFunctions[e.intrinsic], ...e.args.map((arg) => total(emitter, arg, body)));
    case "let":
      emitter.variables.set(e.name, { term: bindTotal(emitter, e.name, e.value, body) });
      return total(emitter, e.body, body, hint);
    case "not":
    case "and":
    case "or":
    case "equal":
    case "compare":
    case "quantified":
    case "includes":
    case "stringTest":
    case "regexTest":
    case "typeTest":
      return truthValue(emitter, e, hint);
  }
}

function unbound(name: string): never {
  throw new Error(`the variable ${name} is not bound`);
}

function elements(emitter: Emitter, e: Extract<Expr, { kind: "list" }>, body: Building): readonly Term[] {
  return e.elements.map((element) => total(emitter, element, body));
}

/** A constant list with a name of its own becomes a rule of that name. */
function constant(emitter: Emitter, e: Extract<Expr, { kind: "list" }>): Term {
  return valueHelper(emitter, e.name ?? "constant", [{ value: array(elements(emitter, e, [])), body: [] }], e.span);
}

function root(emitter: Emitter, name: string): Term {
  switch (name) {
    case "object":
      return global("input.object");
    case "oldObject":
      return library(emitter, "request", "old_object");
    case "pod":
      return library(emitter, "workload", "pod");
    case "oldPod":
      return library(emitter, "workload", "old_pod");
    case "operation":
      return library(emitter, "request", "operation");
    default:
      return library(emitter, "request", "namespace");
  }
}

/** The branches of a conditional; one that stands in the place of `else` continues the chain. */
function branches(emitter: Emitter, e: Extract<Expr, { kind: "conditional" }>): readonly Branch[] {
  const first = branch(emitter, e.then, e.test);
  return [
    first,
    ...(e.otherwise.kind === "conditional" ? branches(emitter, e.otherwise) : [branch(emitter, e.otherwise)]),
  ];
}

/** A value under the condition that leads to it, as a branch of a helper. */
function branch(emitter: Emitter, value: Expr, test?: Expr): Branch {
  const body: Building = [];
  if (test !== undefined) holds(emitter, test, body);
  return { value: total(emitter, value, body), body };
}

/** A value or, for none, a fallback. What is read from the document has a rule, which asks for it as a person would. */
function coalesced(emitter: Emitter, e: Coalesce, body: Building, hint: string | undefined): Term {
  const choices = choicesOf(e);
  const [first] = choices;
  if (first === undefined || !choices.slice(0, -1).every(isPlainRead))
    return libraryCall(emitter, "value", "or_else", total(emitter, e.left, body), total(emitter, e.right, body));
  const made = choices.map((choice, index): Branch => {
    if (index === choices.length - 1) return branch(emitter, choice);
    const inner: Building = [];
    const read = partial(emitter, choice, inner);
    return { value: read, body: [...inner, expr(infix("!=", read, nullTerm))] };
  });
  return valueHelper(emitter, hint ?? nameOf(first), made, e.span);
}

/** `a ?? b ?? c`, one after the other. */
function choicesOf(e: Expr): readonly Expr[] {
  return e.kind === "coalesce" ? [...choicesOf(e.left), ...choicesOf(e.right)] : [e];
}

/**
 * Whether a rule says a read better than calls of the library: of a place that is known now, as the rule is evaluated once, and of a field
 * whose zero value is none, which takes two calls.
 */
function isPlainRead(e: Expr): boolean {
  return isKnownPlace(e) || (e.kind === "field" && e.declared.zeroDropped && zeroOf(e) !== undefined);
}

function isKnownPlace(e: Expr): boolean {
  if (e.kind === "entry") return e.key.kind === "literal" && isKnownPlace(e.of);
  return e.kind === "root" || (e.kind === "field" && isKnownPlace(e.of));
}

function nameOf(e: Expr): string {
  if (e.kind === "field") return e.name;
  return e.kind === "entry" && e.key.kind === "literal" ? String(e.key.value) : "value";
}

/** A read that gives null for whatever is missing on the way. */
function totalRead(emitter: Emitter, e: Extract<Expr, { kind: "field" | "entry" }>, body: Building): Term {
  // Known to be there by its type, or by a test that is part of the same body.
  if (!e.type.optional) return partial(emitter, e, body, "visited");
  const read = asWritten(emitter, e, body);
  const zeroDropped = e.kind === "field" && e.declared.zeroDropped && zeroOf(e) !== undefined;
  return zeroDropped ? libraryCall(emitter, "value", "unless_zero", read) : read;
}

/** The same read, where a zero-dropped field is seen as the document has it. */
export function asWritten(emitter: Emitter, e: Extract<Expr, { kind: "field" | "entry" }>, body: Building): Term {
  const path: Term[] = [];
  let base: Expr = e;
  while (base.kind === "field" || base.kind === "entry") {
    path.unshift(base.kind === "field" ? scalar(base.name) : total(emitter, base.key, body));
    base = base.of;
  }
  const from = total(emitter, base, body);
  if (base.type.optional) return libraryCall(emitter, "value", "get", from, array(path));
  const [key] = path;
  return call("object.get", from, key !== undefined && path.length === 1 ? key : array(path), nullTerm);
}

function overList(
  emitter: Emitter,
  e: Extract<Expr, { kind: "filter" | "map" | "length" }>,
  body: Building,
  hint: string | undefined,
): Term {
  if (!e.list.type.optional) return listValue(emitter, e, body);
  const inner: Building = [expr(call("is_array", total(emitter, e.list, body)))];
  const value = listValue(emitter, e, inner);
  return valueHelper(
    emitter,
    hint ?? e.kind,
    [
      { value, body: inner },
      { value: nullTerm, body: [] },
    ],
    e.span,
  );
}

function listValue(emitter: Emitter, e: Extract<Expr, { kind: "filter" | "map" | "length" }>, body: Building): Term {
  switch (e.kind) {
    case "length":
      return counted(emitter, e.list, body);
    case "filter":
      return comprehension(emitter, e.list, e.item, (inner, element) => {
        holds(emitter, e.body, inner);
        return element;
      });
    case "map":
      return comprehension(emitter, e.list, e.item, (inner) => total(emitter, e.body, inner));
  }
}

function found(emitter: Emitter, e: Extract<Expr, { kind: "find" }>, hint: string | undefined): Term {
  const body: Building = [];
  const matches = comprehension(emitter, e.list, e.item, (inner, element) => {
    holds(emitter, e.body, inner);
    return element;
  });
  const name = emitter.names.fresh(`matching_${e.item}`);
  body.push({ kind: "assign", target: { kind: "variable", name }, value: matches });
  const first = ref({ kind: "variable", name }, scalar(0));
  body.push(expr(infix("!=", first, nullTerm)));
  return valueHelper(
    emitter,
    hint ?? `first_${e.item}`,
    [
      { value: first, body },
      { value: nullTerm, body: [] },
    ],
    e.span,
  );
}

/** A boolean as a value: true, false, or null. */
function truthValue(emitter: Emitter, e: Expr, hint: string | undefined): Term {
  const none = noneness(e);
  const values: Branch[] = [branch(emitter, literal(true, e.span), e)];
  if (!isLiteral(none, false)) values.push(branch(emitter, literal(null, e.span), none));
  values.push({ value: scalar(false), body: [] });
  return valueHelper(emitter, hint ?? "is_true", values, e.span);
}

/** The text of a template, with each part as `show` makes it of the part's text. */
export function textOf(emitter: Emitter, e: Template, body: Building, show: (part: Expr, text: Term) => Term): Term {
  const parts = e.parts.map((part) => {
    const term = partial(emitter, part, body, "visited");
    return show(part, part.type.value.kind === "string" ? term : libraryCall(emitter, "value", "text", term));
  });
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return parts.length === 0 ? scalar("") : call("concat", scalar(""), array(parts));
}
