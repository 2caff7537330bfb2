import type { Expr, Field } from "../../ir/nodes.js";
import type { IntrinsicName } from "../../intrinsics/table.js";
import { type Cel, and, call, index, int, list, literal, macro, method, name, relation, ternary } from "./ast.js";
import { type Emitter, freshName } from "./emitter.js";
import { imageMember, parsedImage } from "./image.js";
import { value } from "./value.js";

type Call = Extract<Expr, { kind: "call" }>;

/** A boolean intrinsic as a condition. */
export function callCondition(emitter: Emitter, e: Call): Cel {
  return e.intrinsic === "glob" ? glob(emitter, e) : relation("==", callValue(emitter, e), literal(true));
}

const values: Readonly<Record<IntrinsicName, (emitter: Emitter, e: Call) => Cel>> = {
  glob,
  imageRef,
  compareQuantities,
};

/** The value of an intrinsic; null for none. An image reference stands for itself: its text, or null when malformed. */
export function callValue(emitter: Emitter, e: Call): Cel {
  return values[e.intrinsic](emitter, e);
}

function argument(emitter: Emitter, e: Call, position: number): Cel {
  const arg = e.args[position];
  if (arg === undefined) throw new Error(`${e.intrinsic} lacks an argument`);
  return value(emitter, arg);
}

/** A pattern that is known becomes the cheapest test that says the same; another one becomes an expression of RE2. */
function glob(emitter: Emitter, e: Call): Cel {
  const text = argument(emitter, e, 0);
  const pattern = e.args[1];
  if (pattern?.kind === "literal" && typeof pattern.value === "string") return globTest(text, pattern.value);
  const dynamic = argument(emitter, e, 1);
  const quoted = [
    ["\\", "\\E\\\\\\Q"],
    ["*", "\\E.*\\Q"],
    ["?", "\\E.\\Q"],
  ].reduce<Cel>((of, [from = "", to = ""]) => method(of, "replace", literal(from), literal(to)), dynamic);
  const re2: Cel = { kind: "chain", operator: "+", operands: [literal("(?s)^\\Q"), quoted, literal("\\E$")] };
  return method(text, "matches", re2);
}

function globTest(text: Cel, pattern: string): Cel {
  const parts = pattern.split("*");
  const [head = "", tail = ""] = parts;
  if (!pattern.includes("?")) {
    if (parts.length === 1) return relation("==", text, literal(pattern));
    if (pattern === "*") return literal(true);
    if (parts.length === 2 && tail === "") return method(text, "startsWith", literal(head));
    if (parts.length === 2 && head === "") return method(text, "endsWith", literal(tail));
  }
  const re2 = [...pattern]
    .map((c) => (c === "*" ? ".*" : c === "?" ? "." : /[A-Za-z0-9_/:-]/.test(c) ? c : escaped(c)))
    .join("");
  return method(text, "matches", literal(`(?s)^${re2}$`));
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 && code > 0x20 && code !== 0x7f ? `\\${character}` : `\\x{${code.toString(16)}}`;
}

function imageRef(emitter: Emitter, e: Call): Cel {
  return parsedImage(emitter, argument(emitter, e, 0));
}

/** A member of what an intrinsic made; undefined when the expression reads something else. */
export function callField(emitter: Emitter, e: Field): Cel | undefined {
  if (e.of.type.value.kind !== "record" || e.of.type.value.model !== "ImageRef") return undefined;
  const image = value(emitter, e.of);
  if (image.kind === "name" && !e.of.type.optional) return imageMember(e.name, image);
  const item = freshName(emitter, "image");
  const member = ternary(
    relation("==", name(item), literal(null)),
    call("dyn", literal(null)),
    call("dyn", imageMember(e.name, name(item))),
  );
  return index(macro(list([image]), "map", item, member), int(0));
}

/** Both are quantities, else null. CEL's own type decides, as the API server does. */
function compareQuantities(emitter: Emitter, e: Call): Cel {
  const sides = e.args.map((arg, position) => {
    const side = argument(emitter, e, position);
    const text = call("string", side);
    const known = call("isQuantity", text);
    return { text, known: arg.type.optional ? and([relation("!=", side, literal(null)), known]) : known };
  });
  const [left, right] = sides;
  if (left === undefined || right === undefined) throw new Error("compareQuantities takes two quantities");
  const order = method(call("quantity", left.text), "compareTo", call("quantity", right.text));
  return ternary(and([left.known, right.known]), call("dyn", order), call("dyn", literal(null)));
}
