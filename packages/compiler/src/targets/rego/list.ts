import { isEmptyList } from "../../ir/build.js";
import type { Expr } from "../../ir/nodes.js";
import { type Term, call, definedRef, global, ref, scalar, variable, withoutUnused } from "./ast.js";
import { holds } from "./condition.js";
import { type Building, type Emitter, type Path, bindTerm, library, pathTerm } from "./emitter.js";
import { bindFlattened } from "./collections.js";
import { located } from "./located.js";
import { partial, total } from "./term.js";

/** Whether a list is `x ?? []`, which is visited and counted as `x` is. */
export function withoutEmptyDefault(list: Expr): Expr {
  return list.kind === "coalesce" && isEmptyList(list.right) ? withoutEmptyDefault(list.left) : list;
}

/** Pushes a statement that visits each element of a list under the IR's name for it; nothing is visited when it is none. */
export function bindElement(emitter: Emitter, body: Building, item: string, of: Expr, isLocated: boolean): void {
  const list = withoutEmptyDefault(of);
  if (list.kind === "filter") {
    bindElement(emitter, body, list.item, list.list, isLocated);
    holds(emitter, list.body, body);
    const inner = emitter.variables.get(list.item);
    if (inner !== undefined) emitter.variables.set(item, inner);
    return;
  }
  if (list.kind === "flatMap") {
    bindFlattened(emitter, body, item, list, isLocated);
    return;
  }
  if (list.kind === "indices") {
    const index = emitter.names.fresh(item);
    body.push({ kind: "some", key: index, value: "_", in: partial(emitter, list.list, body, "visited") });
    emitter.variables.set(item, { term: variable(index) });
    return;
  }
  if (list.kind === "containers" && isLocated) {
    const found = emitter.names.fresh(`located_${item}`);
    const name = emitter.names.fresh(item);
    body.push({ kind: "some", value: found, in: locatedContainers(emitter, list.of) });
    const { element, path } = located(emitter, variable(found));
    body.push({ kind: "assign", target: variable(name), value: element });
    emitter.variables.set(item, { term: variable(name), path });
    return;
  }
  const name = emitter.names.fresh(item);
  const path = isLocated ? pathOf(emitter, list) : undefined;
  const key = path === undefined ? undefined : emitter.names.fresh(`${item}_index`);
  const over = partial(emitter, list, body, "visited");
  body.push({ kind: "some", ...(key === undefined ? {} : { key }), value: name, in: over });
  emitter.variables.set(item, {
    term: variable(name),
    ...(path === undefined || key === undefined
      ? {}
      : { path: { ...path, segments: [...path.segments, variable(key)] } }),
  });
}

function locatedContainers(emitter: Emitter, of: "pod" | "oldPod"): Term {
  if (of === "oldPod") throw new Error("an old object has no place in the document");
  return library(emitter, "workload", "located_containers");
}

/** Binds the first element that a condition holds for, together with its place; fails when there is none. */
export function bindFound(emitter: Emitter, body: Building, name: string, find: Extract<Expr, { kind: "find" }>): void {
  const inner: Building = [];
  bindElement(emitter, inner, find.item, find.list, true);
  holds(emitter, find.body, inner);
  const element = emitter.variables.get(find.item);
  if (element?.path === undefined) throw new Error("a report stands at an element without a place");
  const head: Term = { kind: "array", elements: [pathTerm(element.path), element.term] };
  const matches = bindTerm(emitter, body, `matching_${name}`, {
    kind: "comprehension",
    head,
    body: withoutUnused(inner, [head]),
  });
  const path = emitter.names.fresh(`${name}_path`);
  const value = emitter.names.fresh(name);
  body.push({
    kind: "assign",
    target: { kind: "array", elements: [variable(path), variable(value)] },
    value: ref(matches, scalar(0)),
  });
  emitter.variables.set(name, { term: variable(value), path: { base: variable(path), segments: [] } });
}

/** Where an expression stands in the document; undefined for what has no place. */
export function pathOf(emitter: Emitter, e: Expr): Path | undefined {
  switch (e.kind) {
    case "root":
      if (e.root === "object") return { segments: [] };
      return e.root === "pod" ? { base: library(emitter, "workload", "pod_path"), segments: [] } : undefined;
    case "variable":
      return emitter.variables.get(e.name)?.path;
    case "field":
      return extend(pathOf(emitter, e.of), scalar(e.name));
    case "entry":
      return extend(pathOf(emitter, e.of), e.key.kind === "literal" ? scalar(e.key.value) : undefined);
    case "element":
      return elementPath(emitter, e.of, e.index);
    default:
      return undefined;
  }
}

function elementPath(emitter: Emitter, of: Expr, index: Expr): Path | undefined {
  const segment =
    index.kind === "literal"
      ? scalar(index.value)
      : index.kind === "variable"
        ? emitter.variables.get(index.name)?.term
        : undefined;
  const list = withoutEmptyDefault(of);
  if (list.kind !== "containers" || segment === undefined) return extend(pathOf(emitter, list), segment);
  return located(emitter, definedRef(locatedContainers(emitter, list.of), segment)).path;
}

function extend(path: Path | undefined, segment: Term | undefined): Path | undefined {
  return path && segment && { ...path, segments: [...path.segments, segment] };
}

/** The elements of a list for which a condition holds, or what a body makes of each. */
export function comprehension(
  emitter: Emitter,
  list: Expr,
  item: string,
  inner: (body: Building, element: Term) => Term,
): Term {
  const body: Building = [];
  bindElement(emitter, body, item, list, false);
  const element = emitter.variables.get(item)?.term ?? global(item);
  const head = inner(body, element);
  return { kind: "comprehension", head, body: withoutUnused(body, [head]) };
}

/** `count` of a list that may be none only when the caller has tested it. */
export function counted(emitter: Emitter, list: Expr, body: Building): Term {
  const counting = withoutEmptyDefault(list);
  if (counting === list) return call("count", total(emitter, list, body));
  return call(
    "count",
    comprehension(emitter, counting, "element", (_, element) => element),
  );
}
