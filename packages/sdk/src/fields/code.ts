import type { FieldFacts, FieldType, ScalarType } from "./types.js";

/**
 * The text form of a field in the table: the type, then flags after a space.
 * `core/v1.Container` is a struct, `[T` a list, `{T` a map, one letter a scalar.
 */
export interface FieldFlags {
  readonly required: boolean;
  readonly zeroDropped: boolean;
  readonly significantEmpty: boolean;
  readonly writeOnly: boolean;
  /** `zero`: an absent field is written at its zero value; `null`: as null; `nothing`: not at all. */
  readonly absent: "zero" | "null" | "nothing";
}

const scalars: Readonly<Record<ScalarType, string>> = {
  string: "s",
  integer: "i",
  number: "n",
  boolean: "b",
  quantity: "q",
  intOrString: "p",
  time: "t",
  json: "j",
};
const scalarsByLetter = new Map(Object.entries(scalars).map(([type, letter]) => [letter, type as ScalarType]));

export function encodeField(type: FieldType, flags: FieldFlags): string {
  const letters = [
    flags.required ? "r" : "",
    flags.zeroDropped ? "z" : "",
    flags.significantEmpty ? "e" : "",
    flags.writeOnly ? "w" : "",
    { zero: "a", null: "n", nothing: "" }[flags.absent],
  ].join("");
  return letters === "" ? encodeType(type) : `${encodeType(type)} ${letters}`;
}

function encodeType(type: FieldType): string {
  switch (type.kind) {
    case "object":
      return type.of;
    case "list":
      return `[${encodeType(type.element)}`;
    case "map":
      return `{${encodeType(type.value)}`;
    case "string":
    case "integer":
    case "number":
    case "boolean":
    case "quantity":
    case "intOrString":
    case "time":
    case "json":
      return scalars[type.kind];
  }
}

export function decodeField(code: string): FieldFacts {
  const [typeCode = "", flags = ""] = code.split(" ");
  const type = decodeType(typeCode);
  const always = flags.includes("a");
  return {
    type,
    required: flags.includes("r"),
    zeroDropped: flags.includes("z"),
    significantEmpty: flags.includes("e"),
    alwaysPresent: always,
    absentAs: always ? zeroOf(type) : flags.includes("n") ? null : undefined,
    writeOnly: flags.includes("w"),
    canonical: holdsQuantities(type) ? "quantity" : undefined,
  };
}

function decodeType(code: string): FieldType {
  if (code.startsWith("[")) return { kind: "list", element: decodeType(code.slice(1)) };
  if (code.startsWith("{")) return { kind: "map", value: decodeType(code.slice(1)) };
  const scalar = scalarsByLetter.get(code);
  return scalar === undefined ? { kind: "object", of: code } : { kind: scalar };
}

/** What Go writes for the zero value of a type that it cannot leave out. */
export function zeroOf(type: FieldType): string | number | boolean | Readonly<Record<string, never>> {
  switch (type.kind) {
    case "string":
      return "";
    case "boolean":
      return false;
    case "integer":
    case "number":
    case "intOrString":
      return 0;
    case "quantity":
      return "0";
    case "time":
    case "json":
    case "object":
    case "list":
    case "map":
      return {};
  }
}

function holdsQuantities(type: FieldType): boolean {
  if (type.kind === "list") return holdsQuantities(type.element);
  return type.kind === "map" ? holdsQuantities(type.value) : type.kind === "quantity";
}
