import type { Expr } from "../../ir/nodes.js";
import { elementType } from "../../ir/types.js";
import {
  type Cel,
  call,
  index,
  int,
  list,
  literal,
  macro,
  method,
  name,
  or,
  relation,
  sum,
  ternary,
  times,
} from "./ast.js";
import { type Emitter, freshName, shared } from "./emitter.js";
import { listOf } from "./list.js";
import { integral, read, value } from "./value.js";

type Of<Kind extends Expr["kind"]> = Extract<Expr, { kind: Kind }>;

/** `body` with a short name for a value. */
function named(emitter: Emitter, hint: string, of: Cel, body: (bound: Cel) => Cel): Cel {
  if (of.kind === "name") return body(of);
  const item = freshName(emitter, hint);
  return index(macro(list([of]), "map", item, body(name(item))), int(0));
}

/** A constant map. */
export function table(emitter: Emitter, e: Of<"table">): Cel {
  return {
    kind: "map",
    entries: e.entries.map(({ key, value: of }) => [literal(key), value(emitter, of)] as const),
  };
}

/** A map that is never null: empty when the IR map is none. Members that are null do not count, so a field is read as it is written. */
function mapOf(emitter: Emitter, e: Expr): Cel {
  const found = e.kind === "field" ? read(emitter, e) : value(emitter, e);
  if (!e.type.optional) return found;
  return method(call("optional.ofNonZeroValue", found), "orValue", { kind: "emptyMap" });
}

/** The names of the members that are not null. */
export function keys(emitter: Emitter, e: Of<"keys">): Cel {
  if (e.of.kind === "table") return list(e.of.entries.map(({ key }) => literal(key)));
  return named(emitter, "members", mapOf(emitter, e.of), (map) => {
    const key = freshName(emitter, "key");
    const counts = emitter.host.decoded ? literal(true) : relation("!=", index(map, name(key)), literal(null));
    return macro(map, "filter", key, counts);
  });
}

export function indices(emitter: Emitter, e: Of<"indices">): Cel {
  if (e.list.kind === "list") return list(e.list.elements.map((_, position) => int(position)));
  return positions(emitter, call("size", listOf(emitter, e.list)));
}

/** The base of the numbers that stand for positions: three digits number every list there can be. */
const base = 128;

/**
 * `[0, 1, …]` up to a size. Few hosts have `lists.range` and `flatten`, and all must give the same: numbers are written digit by
 * digit, in a text that is then taken apart.
 */
function positions(emitter: Emitter, size: Cel): Cel {
  const digits = shared(emitter, "digits", () => list(Array.from({ length: base }, (_, digit) => int(digit))));
  return named(emitter, "count", size, (count) => {
    const digit = (hint: string): [string, Cel] => {
      const item = freshName(emitter, hint);
      return [item, name(item)];
    };
    const [small, position] = digit("i");
    const few = macro(digits, "filter", small, relation("<", position, count));
    const numbers = (before: readonly Cel[], weight: number): Cel => {
      const [item, of] = digit("digit");
      const number = sum([...before, weight === 1 ? of : times(of, int(weight))]);
      const begun = macro(digits, "filter", item, relation("<", number, count));
      const rest = weight === 1 ? call("string", number) : numbers([...before, times(of, int(weight))], weight / base);
      return method(macro(begun, "map", item, rest), "join", literal(","));
    };
    const [text, written] = digit("number");
    const many = macro(method(numbers([], base * base), "split", literal(",")), "map", text, call("int", written));
    return ternary(relation("<=", count, int(base)), few, many);
  });
}

/** The lists that the body gives, joined: each element is named by two positions. */
export function flatMap(emitter: Emitter, e: Of<"flatMap">): Cel {
  const over = listOf(emitter, e.list);
  const item = freshName(emitter, e.item);
  emitter.variables.set(e.item, name(item));
  const lists = macro(over, "map", item, listOf(emitter, e.body));
  return named(emitter, "lists", lists, (of) => {
    const outer = freshName(emitter, "i");
    const inner = freshName(emitter, "j");
    const place = sum([call("string", name(outer)), literal(" "), call("string", name(inner))]);
    const inList = method(
      macro(positions(emitter, call("size", index(of, name(outer)))), "map", inner, place),
      "join",
      literal(","),
    );
    const full = macro(
      positions(emitter, call("size", of)),
      "filter",
      outer,
      relation(">", call("size", index(of, name(outer))), int(0)),
    );
    const at = freshName(emitter, "place");
    const found = freshName(emitter, "place");
    const part = (position: number): Cel => call("int", index(method(name(at), "split", literal(" ")), int(position)));
    const places = method(method(macro(full, "map", outer, inList), "join", literal(",")), "split", literal(","));
    const none = macro(places, "filter", found, relation("!=", name(found), literal("")));
    return macro(none, "map", at, index(index(of, part(0)), part(1)));
  });
}

export function concat(emitter: Emitter, e: Of<"concat">): Cel {
  const parts = e.lists.map((of) => listOf(emitter, of));
  return parts.length === 0 ? list([]) : sum(parts);
}

export function join(emitter: Emitter, e: Of<"join">): Cel {
  const item = freshName(emitter, "part");
  const part = { kind: "variable", type: { value: elementType(e.list.type.value), optional: false } } as const;
  const texts = macro(listOf(emitter, e.list), "map", item, call("string", integral(emitter, part, name(item))));
  return method(texts, "join", literal(e.separator));
}

export function split(emitter: Emitter, e: Of<"split">): Cel {
  return method(value(emitter, e.text), "split", literal(e.separator));
}

export function arithmetic(emitter: Emitter, e: Of<"arithmetic">): Cel {
  const left = integral(emitter, e.left, value(emitter, e.left));
  const right = integral(emitter, e.right, value(emitter, e.right));
  if (e.operator === "*") return times(left, right);
  return { kind: "chain", operator: e.operator, operands: [left, right] };
}

/** Whether a value is of a type; null is of none of them. */
export function typeTest(emitter: Emitter, e: Of<"typeTest">): Cel {
  const type = call("type", value(emitter, e.operand));
  const is = (of: string): Cel => relation("==", type, name(of));
  switch (e.test) {
    case "number":
      return or([is("int"), is("double")]);
    case "boolean":
      return is("bool");
    case "string":
      return is("string");
  }
}
