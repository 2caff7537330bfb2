/** The static type of an IR value. `optional` says whether the value may be none. */
export interface Type {
  readonly value: ValueType;
  readonly optional: boolean;
}

export type ValueType =
  | { readonly kind: "bool" }
  | { readonly kind: "int" }
  /** Any JSON number: it may only be compared. */
  | { readonly kind: "number" }
  | { readonly kind: "string" }
  | { readonly kind: "quantity" }
  | { readonly kind: "intOrString" }
  /** JSON that the API does not describe: it may only be tested for presence. */
  | { readonly kind: "json" }
  /** One whose elements have no order (the keys of a map) is only asked what does not depend on it. */
  | { readonly kind: "list"; readonly element: ValueType; readonly unordered?: true }
  /** One with `members` is written in the source, and has at least these. */
  | { readonly kind: "map"; readonly element: ValueType; readonly members?: Readonly<Record<string, ValueType>> }
  /** An object with declared fields; `model` names the type (`core/v1.Container`), for messages only. */
  | { readonly kind: "record"; readonly model: string }
  /** Only the literal none has it. */
  | { readonly kind: "none" };

export type ValueKind = ValueType["kind"];

export const bool: Type = { value: { kind: "bool" }, optional: false };
export const int: Type = { value: { kind: "int" }, optional: false };
export const string: Type = { value: { kind: "string" }, optional: false };
export const none: Type = { value: { kind: "none" }, optional: true };

export function optional(type: Type): Type {
  return type.optional ? type : { ...type, optional: true };
}

export function required(type: Type): Type {
  return type.optional ? { ...type, optional: false } : type;
}

/** `type`, which is none as soon as one of `receivers` is none. */
export function propagating(type: Type, ...receivers: readonly Type[]): Type {
  return receivers.some((receiver) => receiver.optional) ? optional(type) : type;
}

/** Values that `===` may compare: everything that has no identity in JavaScript. */
export function isScalar(type: ValueType): boolean {
  return type.kind === "bool" || type.kind === "int" || type.kind === "number" || type.kind === "string";
}

/** The element type of a list or a map. */
export function elementType(type: ValueType): ValueType {
  return type.kind === "list" || type.kind === "map" ? type.element : { kind: "json" };
}
