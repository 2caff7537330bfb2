import { compareQuantities, glob, imageRef } from "@writ/sdk";
import { type Type, type ValueType, bool, string } from "../ir/types.js";

/** One intrinsic: a function of @writ/sdk that every target knows by name. */
export interface Intrinsic {
  /** The name it is exported under by @writ/sdk. */
  readonly symbol: string;
  readonly parameters: readonly (readonly ValueType["kind"][])[];
  /** Its result when no argument is none; an argument that is none makes it none. */
  readonly result: Type;
  /** The fields of the result, when it is a record. */
  readonly fields?: Readonly<Record<string, Type>>;
  readonly evaluate: (...args: readonly never[]) => unknown;
}

const optionalString: Type = { value: { kind: "string" }, optional: true };

/** The intrinsics, in one place: every target fills a `Record<IntrinsicName, …>` and does not compile without it. */
export const intrinsics = {
  glob: {
    symbol: "glob",
    parameters: [["string"], ["string"]],
    result: bool,
    evaluate: (value: string, pattern: string) => glob(value, pattern),
  },
  imageRef: {
    symbol: "imageRef",
    parameters: [["string"]],
    result: { value: { kind: "record", model: "ImageRef" }, optional: true },
    fields: { registry: string, repository: string, name: string, tag: optionalString, digest: optionalString },
    evaluate: (image: string) => imageRef(image),
  },
  compareQuantities: {
    symbol: "compareQuantities",
    parameters: [
      ["quantity", "string"],
      ["quantity", "string"],
    ],
    result: { value: { kind: "int" }, optional: true },
    evaluate: (a: string, b: string) => compareQuantities(a, b),
  },
} as const satisfies Readonly<Record<string, Intrinsic>>;

export type IntrinsicName = keyof typeof intrinsics;

/** The intrinsic that @writ/sdk exports as `symbol`. */
export function intrinsicOf(symbol: string): IntrinsicName | undefined {
  return Object.hasOwn(intrinsics, symbol) ? (symbol as IntrinsicName) : undefined;
}

/** The fields of the record that an intrinsic makes, by the record's model name. */
export function intrinsicRecordFields(model: string): Readonly<Record<string, Type>> | undefined {
  const all: readonly Intrinsic[] = Object.values(intrinsics);
  return all.find((intrinsic) => intrinsic.result.value.kind === "record" && intrinsic.result.value.model === model)
    ?.fields;
}
