import { placeText, shapeMessage } from "../../ir/shape-check.js";
import type { Shape } from "../../ir/shape.js";
import {
  type Cel,
  and,
  call,
  int,
  isFalse,
  list,
  literal,
  macro,
  method,
  name,
  not,
  optionalIndex,
  optionalSelect,
  or,
  relation,
  select,
  sum,
  ternary,
  index,
} from "./ast.js";
import { type Emitter, freshName } from "./emitter.js";
import { isSelector } from "./print.js";

/** A place that is being checked: how to reach it, and its text in messages, which may begin with an expression. */
export interface Place {
  /** Without a default: `.?field` may follow it. */
  readonly way: Cel;
  readonly value: Cel;
  /** The same where everything on the way to the place, and the place itself, is known to be there. */
  readonly known?: Cel;
  readonly text: { readonly base?: Cel; readonly rest: string };
}

/** Whether a value has a shape. Never an error, whatever the value is. */
export function conforms(emitter: Emitter, shape: Shape, place: Place): Cel {
  if (shape.required) return and([isOfKind(shape, place.value), ...inside(emitter, shape, place)]);
  const isNull = relation("==", place.value, literal(null));
  const zero = zeroOf(shape.kind);
  // Most members are absent, or of their type: one read tells both. A null is looked for last.
  if (zero !== undefined) {
    const isOptional = (place.way.kind === "select" || place.way.kind === "index") && place.way.optional;
    return or([isOfKind(shape, isOptional ? method(place.way, "orValue", zero) : place.value), isNull]);
  }
  const known = place.known;
  const right = (of: Cel): Cel => and([isOfKind(shape, of), ...inside(emitter, shape, place)]);
  if (known === undefined) return or([isNull, right(place.value)]);
  return or([not(call("has", known)), right(known), relation("==", known, literal(null))]);
}

/** A value of a scalar type that stands in for an absent one. */
function zeroOf(kind: Shape["kind"]): Cel | undefined {
  if (kind === "bool") return literal(false);
  return kind === "string" ? literal("") : undefined;
}

function inside(emitter: Emitter, shape: Shape, place: Place): readonly Cel[] {
  const fields = Object.entries(shape.fields ?? {}).map(([field, member]) =>
    conforms(emitter, member, below(place, field)),
  );
  return shape.element === undefined ? fields : [...fields, everyElement(emitter, shape, shape.element, place)];
}

/** No element is broken: a filter that keeps nothing costs less than `all`, which asks before each element whether to go on. */
function everyElement(emitter: Emitter, shape: Shape, element: Shape, place: Place): Cel {
  const item = freshName(emitter, "e");
  const broken = not(conforms(emitter, element, elementPlace(shape, place, item)));
  return isFalse(broken)
    ? literal(true)
    : relation("==", macro(place.known ?? place.value, "filter", item, broken), list([]));
}

/** The message of the first broken place below (and at) a place, by path; empty when there is none. */
export function firstProblem(emitter: Emitter, shape: Shape, place: Place): Cel {
  const message = textOf(place, shapeMessage(shape, place.text.rest));
  const deeper = problemsInside(emitter, shape, place);
  const found = ternary(isOfKind(shape, place.value), deeper, message);
  return ternary(relation("==", place.value, literal(null)), shape.required ? message : literal(""), found);
}

function problemsInside(emitter: Emitter, shape: Shape, place: Place): Cel {
  if (shape.element !== undefined) {
    const item = freshName(emitter, "e");
    const each = firstProblem(emitter, shape.element, elementPlace(shape, place, item));
    const inOrder = shape.kind === "map" ? leastBroken(emitter, shape, shape.element, place) : place.value;
    return firstText(emitter, macro(inOrder, "map", item, each));
  }
  const fields = Object.entries(shape.fields ?? {}).map(([field, member]) =>
    firstProblem(emitter, member, below(place, field)),
  );
  const [only] = fields;
  if (only === undefined) return literal("");
  return fields.length === 1 ? only : firstText(emitter, list(fields));
}

/** The least of the keys whose values are broken, in a list: hosts visit the keys of a map in any order. */
function leastBroken(emitter: Emitter, shape: Shape, element: Shape, place: Place): Cel {
  const [key, keys, least, other] = ["key", "keys", "key", "other"].map((hint) => freshName(emitter, hint)) as [
    string,
    string,
    string,
    string,
  ];
  const broken = macro(place.value, "filter", key, not(conforms(emitter, element, elementPlace(shape, place, key))));
  const isLeast = macro(name(keys), "all", other, relation("<=", name(least), name(other)));
  return index(macro(list([broken]), "map", keys, macro(name(keys), "filter", least, isLeast)), int(0));
}

/** The first text of a list that is not empty. */
export function firstText(emitter: Emitter, texts: Cel): Cel {
  const item = freshName(emitter, "m");
  const found = macro(texts, "filter", item, relation("!=", name(item), literal("")));
  // In Kyverno orValue has no type, and a list holds no text beside what may be none.
  return call("string", method(optionalIndex(found, int(0)), "orValue", literal("")));
}

function textOf(place: Place, rest: string): Cel {
  return place.text.base === undefined ? literal(rest) : sum([place.text.base, literal(rest)]);
}

/** The place of a member. */
export function below(place: Place, field: string): Place {
  const parent = place.known ?? place.value;
  const way = optionalSelect(parent, field);
  return {
    way,
    value: method(way, "orValue", literal(null)),
    ...(isSelector(field) ? { known: select(parent, field) } : {}),
    text: { ...place.text, rest: placeText(place.text.rest, field) },
  };
}

function elementPlace(shape: Shape, place: Place, item: string): Place {
  const element = shape.kind === "map" ? index(place.known ?? place.value, name(item)) : name(item);
  return { way: element, value: element, text: { ...place.text, rest: placeText(place.text.rest, undefined) } };
}

const safe = 9007199254740991;

function isOfKind({ kind, limit = safe }: Shape, value: Cel): Cel {
  const type = call("type", value);
  const is = (of: string): Cel => relation("==", type, name(of));
  const within = [relation("<=", value, int(limit)), relation(">=", value, int(-limit))];
  // To some hosts every number of a document is a double.
  const whole = and([is("double"), ...within, relation("==", call("int", value), value)]);
  const integer = (): Cel => or([and([is("int"), ...within]), whole]);
  switch (kind) {
    case "bool":
      return relation("in", value, list([literal(true), literal(false)]));
    case "int":
      return integer();
    case "number":
      return or([is("int"), is("double")]);
    case "string":
      return is("string");
    case "quantity":
      return or([is("string"), is("int"), is("double")]);
    case "intOrString":
      return or([is("string"), integer()]);
    case "json":
      return relation("!=", value, literal(null));
    case "list":
      return is("list");
    case "map":
    case "record":
      return is("map");
  }
}
