import { containerLists } from "@writ/sdk";
import type { RootShapes, Shape, Shapes } from "../../ir/shape.js";
import { placeText, shapeMessage } from "../../ir/shape-check.js";
import {
  type Body,
  type Rule,
  type Statement,
  type Term,
  array,
  call,
  expr,
  global,
  infix,
  nullTerm,
  ref,
  scalar,
  variable,
} from "./ast.js";
import { located } from "./located.js";
import { type Building, type Emitter, type Path, library, libraryCall, nameTerm, pathTerm } from "./emitter.js";

/** A place that is being checked: its value, its path, and its text in messages. */
interface Place {
  readonly term: Term;
  readonly path: Path;
  /** The beginning of the text when it is known only at run time, then the rest. */
  readonly text: { readonly base?: Term; readonly rest: string };
  /** Whether it may be absent, null or no object at all. */
  readonly mayBeNone?: true;
}

type Add = (body: Body, place: Place, shape: Shape) => void;

/**
 * The rules of the shape guard: `malformed` holds every broken place as `[path, message]`. A place below a broken one may be
 * in it too; its path is greater, so the smallest path is the one that the interpreter finds.
 */
export function guardRules(emitter: Emitter, shapes: Shapes): readonly Rule[] {
  emitter.names.begin();
  const { byKind } = shapes;
  if (byKind === undefined) return guardOf(emitter, shapes, []);
  return Object.entries(byKind).flatMap(([kind, ofKind]) =>
    guardOf(emitter, ofKind, [expr(infix("==", global("input.object.kind"), scalar(kind)))]),
  );
}

function guardOf(emitter: Emitter, shapes: RootShapes, given: Body): readonly Rule[] {
  return [...rootRules(emitter, "malformed", shapes, given), ...oldRules(emitter, shapes, given)];
}

function rootRules(emitter: Emitter, name: string, shapes: RootShapes, given: Body): readonly Rule[] {
  const rules: Rule[] = [];
  const add: Add = (body, place, shape) => {
    rules.push(problemRule(name, place, shape, body));
  };
  if (shapes.object !== undefined) {
    checkMembers(
      emitter,
      shapes.object,
      { term: global("input.object"), path: { segments: [] }, text: { rest: "" } },
      given,
      add,
    );
  }
  if (shapes.pod !== undefined) {
    const shared = sharedCheck(shapes.pod);
    rules.push(foundBy(emitter, name, shared));
    checkPod(emitter, shapes.pod, shared, add);
  }
  return rules;
}

/** What the library checks once for all policies: the objects on the way to the Pod, its spec too, its containers too. */
type SharedCheck = "malformed_path" | "malformed_spec" | "malformed_containers";

function sharedCheck(pod: Shape): SharedCheck {
  const spec = pod.fields?.["spec"];
  if (spec?.kind !== "record" || !spec.required) return "malformed_path";
  const lists = containerLists.map((name) => spec.fields?.[name]);
  const [first, ...others] = lists.map((list) => JSON.stringify(list?.element));
  const areLists = lists.every((list, index) => list?.kind === "list" && list.required === (index === 0));
  const areAlike = others.every((other) => other === first);
  const { element } = lists[0] ?? {};
  const areRecords = element?.kind === "record" && element.required;
  return areLists && areAlike && areRecords ? "malformed_containers" : "malformed_spec";
}

function foundBy(emitter: Emitter, name: string, shared: SharedCheck): Rule {
  const body: Body = [{ kind: "some", value: "found", in: library(emitter, "workload", shared) }];
  return { kind: "contains", name, value: variable("found"), body };
}

function checkPod(emitter: Emitter, shape: Shape, shared: SharedCheck, add: Add): void {
  const pod: Place = {
    term: library(emitter, "workload", "pod"),
    path: { base: library(emitter, "workload", "pod_path"), segments: [] },
    text: { base: library(emitter, "workload", "pod_text"), rest: "" },
  };
  const { spec, ...others } = shape.fields ?? {};
  checkMembers(
    emitter,
    { ...shape, fields: shared === "malformed_path" ? (shape.fields ?? {}) : others },
    pod,
    [],
    add,
  );
  if (spec === undefined || shared === "malformed_path") return;
  const fields = Object.entries(spec.fields ?? {}).filter(
    ([name]) => shared === "malformed_spec" || !containerLists.some((list) => list === name),
  );
  checkMembers(
    emitter,
    { ...spec, fields: Object.fromEntries(fields) },
    { ...memberPlace(pod, "spec"), term: library(emitter, "workload", "pod_spec"), mayBeNone: true },
    [],
    add,
  );
  const element = spec.fields?.[containerLists[0]]?.element;
  if (shared === "malformed_containers" && element !== undefined) checkContainers(emitter, element, add);
}

function checkContainers(emitter: Emitter, element: Shape, add: Add): void {
  const container = variable(emitter.names.fresh("located"));
  const { element: term, path } = located(emitter, container);
  const place: Place = {
    ...{ term, path, mayBeNone: true },
    text: { base: libraryCall(emitter, "workload", "list_text", container), rest: "[]" },
  };
  const each: Statement = {
    kind: "some",
    value: container.name,
    in: library(emitter, "workload", "located_containers"),
  };
  checkMembers(emitter, element, place, [each], add);
}

function problemRule(name: string, place: Place, shape: Shape, before: Body): Rule {
  const body: Building = [...before];
  const rest = shapeMessage(shape, place.text.rest);
  const { base } = place.text;
  const message = base === undefined ? scalar(rest) : call("concat", scalar(""), array([base, scalar(rest)]));
  const value = array([nameTerm(body, "path", pathTerm(place.path)), nameTerm(body, "msg", message)]);
  return { kind: "contains", name, value, body };
}

function checkMembers(emitter: Emitter, shape: Shape, place: Place, before: Body, add: Add): void {
  for (const [name, member] of Object.entries(shape.fields ?? {})) {
    // Nothing is required below what is absent or broken; what is there below it is, by its path, not the first problem.
    const needs = place.mayBeNone === true && member.required ? [expr(call("is_object", place.term))] : [];
    checkKind(emitter, member, memberPlace(place, name), [...before, ...needs], add);
    checkInside(emitter, member, memberPlace(place, name), before, add);
  }
}

function memberPlace(place: Place, name: string): Place {
  return {
    term: ref(place.term, name),
    path: { ...place.path, segments: [...place.path.segments, scalar(name)] },
    text: { ...place.text, rest: placeText(place.text.rest, name) },
  };
}

function checkInside(emitter: Emitter, shape: Shape, place: Place, before: Body, add: Add): void {
  if (shape.fields !== undefined) checkMembers(emitter, shape, { ...place, mayBeNone: true }, before, add);
  if (shape.element !== undefined) checkElements(emitter, shape, shape.element, place, before, add);
}

function checkKind(emitter: Emitter, shape: Shape, place: Place, before: Body, add: Add): void {
  if (shape.required) {
    // `not` of a call with an undefined argument is undefined, so what is absent is made null.
    const value =
      place.term.kind === "ref" ? call("object.get", place.term.of, place.term.segment, nullTerm) : place.term;
    const wrong = shape.kind === "json" ? [expr(infix("==", value, nullTerm))] : wrongKind(emitter, shape, value);
    add([...before, ...wrong], place, shape);
  } else if (shape.kind !== "json") {
    add([...before, expr(infix("!=", place.term, nullTerm)), ...wrongKind(emitter, shape, place.term)], place, shape);
  }
}

function isInteger(emitter: Emitter, term: Term, limit: number | undefined): Term {
  if (limit === undefined) return libraryCall(emitter, "shape", "is_integer", term);
  return libraryCall(emitter, "shape", "is_integer_within", term, scalar(limit));
}

/** Statements that succeed when the term is null or of another kind. */
function wrongKind(emitter: Emitter, { kind, limit }: Shape, term: Term): Body {
  const not = (test: Term): Statement => ({ kind: "not", term: test });
  switch (kind) {
    case "bool":
      return [not(call("is_boolean", term))];
    case "int":
      return [not(isInteger(emitter, term, limit))];
    case "number":
      return [not(call("is_number", term))];
    case "string":
      return [not(call("is_string", term))];
    case "quantity":
      return [not(call("is_string", term)), not(call("is_number", term))];
    case "intOrString":
      return [not(call("is_string", term)), not(isInteger(emitter, term, limit))];
    case "list":
      return [not(call("is_array", term))];
    case "map":
    case "record":
      return [not(call("is_object", term))];
    case "json":
      return [];
  }
}

function checkElements(emitter: Emitter, list: Shape, element: Shape, place: Place, before: Body, add: Add): void {
  const key = emitter.names.fresh(list.kind === "map" ? "key" : "index");
  const value = emitter.names.fresh("element");
  const inside: Body = [...before, { kind: "some", key, value, in: place.term }];
  const inner: Place = {
    term: variable(value),
    path: { ...place.path, segments: [...place.path.segments, variable(key)] },
    text: { ...place.text, rest: placeText(place.text.rest, undefined) },
  };
  checkKind(emitter, element, inner, inside, add);
  checkInside(emitter, element, inner, inside, add);
}

/** A problem of the old object is reported at the root of the document, and only when the object itself is sound. */
function oldRules(emitter: Emitter, shapes: RootShapes, before: Body): readonly Rule[] {
  if (shapes.oldObject === undefined && shapes.oldPod === undefined) return [];
  const rules: Rule[] = [];
  const add: Add = (body, place, shape) => {
    rules.push(problemRule("malformed_old", place, shape, body));
  };
  const old = library(emitter, "request", "old_object");
  const given: Body = [...before, expr(infix("!=", old, nullTerm))];
  if (shapes.oldObject !== undefined) {
    checkMembers(
      emitter,
      shapes.oldObject,
      { term: old, path: { segments: [] }, text: { rest: "oldObject" } },
      given,
      add,
    );
  }
  if (shapes.oldPod !== undefined) {
    const found = emitter.names.fresh("found");
    rules.push({
      kind: "contains",
      name: "malformed_old",
      value: variable(found),
      body: [...given, { kind: "some", value: found, in: library(emitter, "workload", "malformed_old_path") }],
    });
    const pod: Place = {
      term: library(emitter, "workload", "old_pod"),
      path: { base: library(emitter, "workload", "pod_path"), segments: [] },
      text: { base: library(emitter, "workload", "old_pod_text"), rest: "" },
    };
    checkMembers(emitter, shapes.oldPod, pod, given, add);
  }
  return rules;
}
