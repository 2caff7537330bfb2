import type { Field } from "../../ir/nodes.js";
import { type Cel, and, index, int, list, literal, macro, name, relation } from "./ast.js";
import { type Emitter, freshName } from "./emitter.js";

/** Whether the value of a field, not null, is the zero value that the API server drops; undefined for a field that keeps it. */
export function atZero(emitter: Emitter, e: Field, of: Cel): Cel | undefined {
  if (!e.declared.zeroDropped) return undefined;
  const is = (zero: Cel): Cel => relation("==", of, zero);
  switch (e.declared.type.value.kind) {
    case "bool":
      return is(literal(false));
    case "int":
    case "number":
      return is(int(0));
    case "string":
      return is(literal(""));
    case "list":
      return is(list([]));
    case "map":
    case "record": {
      // Members that are null do not count.
      const key = freshName(emitter, "key");
      const empty = macro(of, "all", key, relation("==", index(of, name(key)), literal(null)));
      return and([relation("!=", of, literal(null)), empty]);
    }
    case "quantity":
    case "intOrString":
    case "json":
    case "none":
      return undefined;
  }
}

/** The zero value of a type, as a decoder fills it in. */
export function zeroOf(kind: Field["type"]["value"]["kind"]): Cel {
  switch (kind) {
    case "bool":
      return literal(false);
    case "int":
    case "number":
    case "intOrString":
      return int(0);
    case "string":
      return literal("");
    case "quantity":
      return literal("0");
    case "list":
      return list([]);
    case "map":
    case "record":
      return { kind: "emptyMap" };
    case "json":
    case "none":
      return literal(null);
  }
}
