import type { Expr } from "../../ir/nodes.js";
import { noneness } from "../../ir/noneness.js";
import { type Term, array, call, expr, infix, nullTerm, scalar, variable, withoutUnused } from "./ast.js";
import { refutes } from "./condition.js";
import { type Building, type Emitter, libraryCall, valueHelper } from "./emitter.js";
import { bindElement, comprehension } from "./list.js";
import { partial, total } from "./term.js";

type Of<Kind extends Expr["kind"]> = Extract<Expr, { kind: Kind }>;

/** A constant map; one with a name of its own becomes a rule of that name. */
export function table(emitter: Emitter, e: Of<"table">, body: Building): Term {
  const made = (within: Building): Term => ({
    kind: "object",
    members: e.entries.map(({ key, value }) => [key, total(emitter, value, within)] as const),
  });
  return e.name === undefined ? made(body) : valueHelper(emitter, e.name, [{ value: made([]), body: [] }], e.span);
}

/** The names of the members of a map that count. */
export function keys(emitter: Emitter, e: Of<"keys">): Term {
  return orNull(emitter, e, "keys", (body) => {
    const inner: Building = [];
    const key = emitter.names.fresh("key");
    const member = emitter.names.fresh("member");
    inner.push({ kind: "some", key, value: member, in: partial(emitter, e.of, body, "visited") });
    inner.push(expr(infix("!=", variable(member), nullTerm)));
    return { kind: "comprehension", head: variable(key), body: inner };
  });
}

export function indices(emitter: Emitter, e: Of<"indices">): Term {
  return orNull(emitter, e, "indices", (body) => {
    const index = emitter.names.fresh("index");
    const over = partial(emitter, e.list, body, "visited");
    return { kind: "comprehension", head: variable(index), body: [{ kind: "some", key: index, value: "_", in: over }] };
  });
}

export function flatMap(emitter: Emitter, e: Of<"flatMap">): Term {
  return orNull(emitter, e, "flattened", () => {
    const inner: Building = [];
    const element = bindFlattened(emitter, inner, `${e.item}_element`, e, false);
    return { kind: "comprehension", head: element, body: withoutUnused(inner, [element]) };
  });
}

/** Visits each element of each list; gives the variable that stands for it. */
export function bindFlattened(
  emitter: Emitter,
  body: Building,
  item: string,
  e: Of<"flatMap">,
  located: boolean,
): Term {
  bindElement(emitter, body, e.item, e.list, located);
  bindElement(emitter, body, item, e.body, located);
  return emitter.variables.get(item)?.term ?? nullTerm;
}

export function concat(emitter: Emitter, e: Of<"concat">, body: Building): Term {
  const lists = e.lists.map((list) => total(emitter, list, body));
  return lists.length === 0 ? array([]) : lists.reduce((left, right) => call("array.concat", left, right));
}

export function join(emitter: Emitter, e: Of<"join">): Term {
  return orNull(emitter, e, "joined", () => {
    const isText = e.list.type.value.kind === "list" && e.list.type.value.element.kind === "string";
    const texts = comprehension(emitter, e.list, "part", (_, element) =>
      isText ? element : libraryCall(emitter, "value", "text", element),
    );
    return call("concat", scalar(e.separator), texts);
  });
}

export function split(emitter: Emitter, e: Of<"split">): Term {
  return orNull(emitter, e, "parts", (body) => call("split", total(emitter, e.text, body), scalar(e.separator)));
}

export function arithmetic(emitter: Emitter, e: Of<"arithmetic">, body: Building): Term {
  const compute = (within: Building): Term =>
    infix(e.operator, total(emitter, e.left, within), total(emitter, e.right, within));
  return e.type.optional ? orNull(emitter, e, "result", compute) : compute(body);
}

/** What `make` makes, or null when an operand is none. */
function orNull(emitter: Emitter, e: Expr, hint: string, make: (body: Building) => Term): Term {
  const body: Building = [];
  const none = noneness(e);
  if (!e.type.optional) return valueOrTerm(emitter, e, hint, make);
  refutes(emitter, none, body);
  const value = make(body);
  const branches = [
    { value, body },
    { value: nullTerm, body: [] },
  ];
  return valueHelper(emitter, hint, branches, e.span);
}

function valueOrTerm(emitter: Emitter, e: Expr, hint: string, make: (body: Building) => Term): Term {
  const body: Building = [];
  const value = make(body);
  return body.length === 0 ? value : valueHelper(emitter, hint, [{ value, body }], e.span);
}
