import { isQuantity } from "@writ/sdk";
import { type Cel, and, call, int, literal, method, or, relation } from "../ast.js";
import type { Emitter } from "../emitter.js";

/*
 * A quantity of a manifest as CEL's own type. That reads more than other engines do exactly, and no spaces at the ends, which the API
 * server takes off before it reads.
 */

const spaces = " \\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}";
/** At most 40 digits before the point, 18 after it, and an exponent from -40 to 40. */
const grammar = "[+-]?0*[0-9]{0,40}(?:\\.[0-9]{0,18}0*)?(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?0*(?:[0-9]|[1-3][0-9]|40))?";
const textLimit = 200;
/** What nearly every manifest has: the host pays for the length of an expression, and this is short. */
const common = "^[0-9]{1,9}(?:[numkMGTPE]|[KMGTPE]i)?$";

/** Whether it is a quantity that every engine reads. `of` is a text or a number. */
export function isReadable(emitter: Emitter, of: Cel): Cel {
  if (of.kind === "literal") return literal(typeof of.value === "string" && isQuantity(of.value));
  const text = call("string", of);
  const pattern = emitter.host.decoded ? `^${grammar}$` : `^[${spaces}]*${grammar}[${spaces}]*$`;
  const others = and([
    relation("<=", call("size", text), int(textLimit)),
    method(text, "matches", literal(pattern)),
    call("isQuantity", textOf(emitter, of)),
  ]);
  return or([method(text, "matches", literal(common)), others]);
}

/** A readable quantity as CEL has it. */
export function quantityOf(emitter: Emitter, of: Cel): Cel {
  return call("quantity", textOf(emitter, of));
}

/** The text of a readable quantity as CEL's own type takes it. */
export function textOf({ host }: Emitter, of: Cel): Cel {
  if (of.kind === "literal" && typeof of.value === "string") return literal(/[^\s\u0085]+/.exec(of.value)?.[0] ?? "");
  const text = call("string", of);
  return host.decoded ? text : withoutSpaces(text);
}

// A readable one has no space inside.
function withoutSpaces(text: Cel): Cel {
  return method(text, "find", literal(`[^${spaces}]+`));
}
