import type { Integer, Quantity } from "./scalars.js";

/** What a parameter accepts. Plain data: the compiler and the engines' own parameter schemas are made from it. */
export type ParamSchema<Value> = ParamShape & { readonly default?: Value; readonly value?: Value };

export type ParamShape =
  | { readonly type: "string" }
  | { readonly type: "integer" }
  | { readonly type: "boolean" }
  | { readonly type: "quantity" }
  | { readonly type: "list"; readonly element: ParamShape };

/** The parameters of a policy, by name. */
export type ParamSchemas = Readonly<Record<string, ParamSchema<unknown>>>;

/** The values a predicate sees for its parameters. */
export type ParamValues<Schemas extends ParamSchemas> = {
  readonly [Name in keyof Schemas]: Schemas[Name] extends ParamSchema<infer Value> ? Value : never;
};

function schema<Value>(shape: ParamShape, value: Value | undefined): ParamSchema<Value> {
  return value === undefined ? shape : { ...shape, default: value };
}

/** A text parameter. Without a default it must be set in writ.config.ts. */
export function string(value?: string): ParamSchema<string> {
  return schema({ type: "string" }, value);
}

/** A whole number within the safe range. */
export function integer(value?: Integer): ParamSchema<Integer> {
  return schema({ type: "integer" }, value);
}

export function boolean(value?: boolean): ParamSchema<boolean> {
  return schema({ type: "boolean" }, value);
}

/** A Kubernetes quantity such as `2Gi`; checked when the policy is compiled. */
export function quantity(value?: string): ParamSchema<Quantity> {
  return schema({ type: "quantity" }, value as Quantity | undefined);
}

/** A list of scalars. */
export function list<Value extends string | number | boolean>(
  element: ParamSchema<Value>,
  value?: readonly Value[],
): ParamSchema<readonly Value[]> {
  const { default: _default, value: _value, ...shape } = element;
  return schema({ type: "list", element: shape }, value);
}
