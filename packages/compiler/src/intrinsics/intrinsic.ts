import type { Type, ValueKind, ValueType } from "../ir/types.js";

type ElementKind = Exclude<ValueKind, "list" | "map" | "none">;

/** What a parameter takes: a kind of value; a list or a map also says of what. */
export type ParameterKind = ElementKind | `list of ${ElementKind}` | `map of ${ElementKind}`;

/** One intrinsic: a function of @writ/sdk that every target knows by name. */
export interface Intrinsic {
  /** The name it is exported under by @writ/sdk. */
  readonly symbol: string;
  /** For each parameter, the kinds that it takes. */
  readonly parameters: readonly (readonly ParameterKind[])[];
  /** What the last parameters are when a call leaves them out. Every parameter that is no optional one must be there. */
  readonly defaults?: readonly (boolean | number | string)[];
  /** Its result when no argument is none; an argument that is none makes it none. */
  readonly result: Type;
  /** The fields of the result, when it is a record. */
  readonly fields?: Readonly<Record<string, Type>>;
  readonly evaluate: (...args: readonly never[]) => unknown;
}

/** Whether a parameter takes values of this type. */
export function takes(parameter: readonly ParameterKind[], type: ValueType): boolean {
  const accepted: readonly string[] = parameter;
  return accepted.includes(
    type.kind === "list" || type.kind === "map" ? `${type.kind} of ${type.element.kind}` : type.kind,
  );
}
