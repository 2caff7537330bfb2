import { containerLists } from "@writ/sdk";
import type { DeclaredField, Expr, Rule } from "./nodes.js";
import { type Type, type ValueKind, type ValueType, elementType } from "./types.js";
import { children, ruleExpressions } from "./visit.js";

/**
 * What a value must look like for a policy to judge it: of its declared type, and present when required. Made from the
 * reads of the policy, so that a field nobody reads may hold anything.
 */
export interface Shape {
  readonly kind: Exclude<ValueKind, "none">;
  readonly required: boolean;
  /** The API server drops the member at its zero value. */
  readonly zeroDropped?: true;
  /** The largest integer, and the smallest when negated, that the policy can compute with. */
  readonly limit?: number;
  /** Members of a record that are read, by name. */
  readonly fields?: Readonly<Record<string, Shape>>;
  /** What every element of a list, or every value of a map, must be. */
  readonly element?: Shape;
}

/** The shapes of a policy, by the root they start at; a `pod` shape starts at the object that holds the Pod's spec. */
export type Shapes = RootShapes & {
  /** The shapes of each kind, where the policy reads fields that not all of its kinds have; the roots then ask for all. */
  readonly byKind?: Readonly<Record<string, RootShapes>>;
};
export type RootShapes = { readonly [Root in ShapeRoot]?: Shape };
export type ShapeRoot = "object" | "pod" | "oldObject" | "oldPod";

const shapeRoots: readonly ShapeRoot[] = ["object", "pod", "oldObject", "oldPod"];

interface Growing {
  kind: Shape["kind"];
  required: boolean;
  zeroDropped: boolean;
  limit: number | undefined;
  readonly fields: Map<string, Growing>;
  element: Growing | undefined;
}

const unread = (type: ValueType, required: boolean): Growing => ({
  kind: type.kind === "none" ? "json" : type.kind,
  required,
  zeroDropped: false,
  limit: undefined,
  fields: new Map(),
  element: undefined,
});

const record: ValueType = { kind: "record", model: "" };

/**
 * Derives the shapes from everything the rules read; `kinds` are the names of the kinds that the policy matches, and `limit` is
 * that of the integers that are computed with.
 */
export function deriveShapes(rules: readonly Rule[], kinds: readonly string[], limit?: number): Shapes {
  const shapes = rootShapes(rules, undefined, limit);
  if (!rules.some((rule) => ruleExpressions(rule).some(isKindSpecific))) return shapes;
  return { ...shapes, byKind: Object.fromEntries(kinds.map((kind) => [kind, rootShapes(rules, kind, limit)])) };
}

/** The shapes that documents of a kind must have. */
export function shapesOfKind(shapes: Shapes, kind: string): RootShapes {
  const { byKind } = shapes;
  return (byKind !== undefined && Object.hasOwn(byKind, kind) ? byKind[kind] : undefined) ?? shapes;
}

function isKindSpecific(expr: Expr): boolean {
  return (expr.kind === "field" && expr.declared.kinds !== undefined) || children(expr).some(isKindSpecific);
}

/** The reads so far: the roots, and the kind of the documents whose reads are asked for, when it is only one. */
interface Reads {
  readonly roots: Map<ShapeRoot, Growing>;
  readonly kind: string | undefined;
  readonly limit: number | undefined;
}

function rootShapes(rules: readonly Rule[], kind: string | undefined, limit: number | undefined): RootShapes {
  const roots = new Map<ShapeRoot, Growing>();
  for (const rule of rules) readRule(rule, { roots, kind, limit });
  return Object.fromEntries(
    shapeRoots.flatMap((name) => {
      const root = roots.get(name);
      return root === undefined ? [] : [[name, settle(root)]];
    }),
  );
}

function settle(growing: Growing): Shape {
  const names = [...growing.fields.keys()].sort();
  return {
    kind: growing.kind,
    required: growing.required,
    ...(growing.zeroDropped ? { zeroDropped: true } : {}),
    ...(growing.limit === undefined ? {} : { limit: growing.limit }),
    ...(names.length === 0
      ? {}
      : { fields: Object.fromEntries(names.map((name) => [name, settle(growing.fields.get(name) as Growing)])) }),
    ...(growing.element === undefined ? {} : { element: settle(growing.element) }),
  };
}

type Places = readonly Growing[];

function readRule(rule: Rule, reads: Reads): void {
  const variables = new Map<string, Places>();
  const places = (expr: Expr): Places => placesOf(expr, reads, variables);
  for (const step of rule.steps) {
    if (step.kind === "each") variables.set(step.item, elementsOf(places(step.list), step.list.type));
    else if (step.kind === "let") variables.set(step.name, places(step.value));
    else places(step.condition);
  }
  for (const expr of ruleExpressions(rule).slice(rule.steps.length)) places(expr);
}

/** The places of the document that an expression may denote; reads every place below it on the way. */
function placesOf(expr: Expr, reads: Reads, variables: Map<string, Places>): Places {
  const { roots, kind, limit } = reads;
  const places = (inner: Expr): Places => placesOf(inner, reads, variables);
  const bind = (item: string, list: Expr): Places => {
    const elements = elementsOf(places(list), list.type);
    variables.set(item, elements);
    return elements;
  };
  switch (expr.kind) {
    case "literal":
    case "param":
      return [];
    case "root":
      return rootPlaces(expr.root, roots);
    case "containers":
      return containerPlaces(expr.of, roots, elementType(expr.type.value));
    case "variable":
      return variables.get(expr.name) ?? [];
    case "field":
      // What only other kinds have is not asked of this one.
      if (kind !== undefined && expr.declared.kinds?.includes(kind) === false) return [];
      return places(expr.of).map((place) => grow(place, expr.name, expr.declared));
    case "table":
      return expr.entries.flatMap(({ value }) => places(value)).map(listHolding);
    case "element":
      places(expr.index);
      return elementsOf(places(expr.of), expr.of.type);
    case "entry":
      places(expr.key);
      return elementsOf(places(expr.of), expr.of.type);
    case "conditional":
      places(expr.test);
      return [...places(expr.then), ...places(expr.otherwise)];
    case "coalesce":
      return [...places(expr.left), ...places(expr.right)];
    case "let":
      variables.set(expr.name, places(expr.value));
      return places(expr.body);
    case "filter": {
      const list = places(expr.list);
      bind(expr.item, expr.list);
      places(expr.body);
      return list;
    }
    case "find": {
      const elements = bind(expr.item, expr.list);
      places(expr.body);
      return elements;
    }
    case "map": {
      bind(expr.item, expr.list);
      return places(expr.body).map(listHolding);
    }
    case "flatMap": {
      bind(expr.item, expr.list);
      return places(expr.body);
    }
    case "concat":
      return expr.lists.flatMap(places);
    case "keys":
      places(expr.of);
      return [];
    case "quantified":
      bind(expr.item, expr.list);
      places(expr.body);
      return [];
    case "includes":
      elementsOf(places(expr.list), expr.list.type);
      places(expr.value);
      return [];
    case "list":
      return expr.elements.flatMap(places).map(listHolding);
    case "and":
    case "or":
      expr.operands.forEach(places);
      return [];
    case "template":
      expr.parts.forEach(places);
      return [];
    case "call":
      expr.args.forEach(places);
      return [];
    case "join":
      elementsOf(places(expr.list), expr.list.type);
      return [];
    case "not":
    case "typeTest":
      places(expr.operand);
      return [];
    case "length":
    case "indices":
      places(expr.list);
      return [];
    case "arithmetic":
      for (const place of [...places(expr.left), ...places(expr.right)]) place.limit = limit;
      return [];
    case "equal":
    case "compare":
      places(expr.left);
      places(expr.right);
      return [];
    case "stringTest":
      places(expr.text);
      places(expr.part);
      return [];
    case "regexTest":
    case "split":
      places(expr.text);
      return [];
  }
}

// A list that the policy makes is no place itself; what it holds may be one.
function listHolding(place: Growing): Growing {
  return { ...unread({ kind: "list", element: record }, false), element: place };
}

function rootPlaces(name: string, roots: Map<ShapeRoot, Growing>): Places {
  if (name !== "object" && name !== "oldObject" && name !== "pod" && name !== "oldPod") return [];
  const existing = roots.get(name);
  if (existing !== undefined) return [existing];
  const root = unread(record, true);
  roots.set(name, root);
  return [root];
}

function containerPlaces(of: "pod" | "oldPod", roots: Map<ShapeRoot, Growing>, element: ValueType): Places {
  return rootPlaces(of, roots).flatMap((pod) => {
    const spec = grow(pod, "spec", declared({ value: record, optional: false }));
    return containerLists.map((name) =>
      grow(spec, name, declared({ value: { kind: "list", element }, optional: name !== "containers" })),
    );
  });
}

const declared = (type: Type): DeclaredField => ({ type, zeroDropped: false });

function grow(place: Growing, name: string, { type, zeroDropped }: DeclaredField): Growing {
  const known = place.fields.get(name);
  if (known !== undefined) {
    known.required ||= !type.optional;
    return known;
  }
  const field = unread(type.value, !type.optional);
  field.zeroDropped = zeroDropped;
  if (type.value.kind === "list") field.element = unread(type.value.element, true);
  // A null value of a map is an absent one.
  if (type.value.kind === "map") field.element = unread(type.value.element, false);
  place.fields.set(name, field);
  return field;
}

function elementsOf(lists: Places, type: Type): Places {
  return lists.flatMap((list) => {
    list.element ??= unread(elementType(type.value), list.kind !== "map");
    return [list.element];
  });
}

/** Whether a policy computes with integers of the document, and so asks them to be within a limit. */
export function hasLimit({ byKind, ...roots }: Shapes): boolean {
  return [roots, ...Object.values(byKind ?? {})].some((shapes) => Object.values(shapes).some(isLimited));
}

function isLimited({ limit, fields = {}, element }: Shape): boolean {
  return limit !== undefined || Object.values(fields).some(isLimited) || (element !== undefined && isLimited(element));
}
