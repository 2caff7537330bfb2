import { keepDefinition } from "../definition-site.js";
import { acceptsParam, paramNoun } from "../param-check.js";
import type { ParamSchema, ParamSchemas } from "../params.js";
import type { Policy } from "../policy.js";
import type { Quantity } from "../scalars.js";

/** Values for some parameters of a policy, as a configuration would give them. */
export type GivenParams<Schemas extends ParamSchemas> = {
  readonly [Name in keyof Schemas]?: Schemas[Name] extends ParamSchema<infer Value> ? Given<Value> : never;
};

/** A quantity is given as text. */
type Given<Value> = Value extends Quantity
  ? string
  : Value extends readonly (infer Element)[]
    ? readonly Given<Element>[]
    : Value;

/**
 * The policy with parameters set, as `params` of a configuration sets them; what is not named keeps its default.
 *
 * @throws TypeError when there is no such parameter, or its schema does not accept the value.
 */
export function withParams<Params extends ParamSchemas>(
  policy: Policy<Params>,
  values: GivenParams<Params>,
): Policy<Params> {
  const params: Record<string, ParamSchema<unknown>> = { ...policy.params };
  for (const [name, value] of Object.entries(values)) {
    const schema = Object.hasOwn(policy.params, name) ? policy.params[name] : undefined;
    if (schema === undefined) {
      const known = Object.keys(policy.params).join(", ") || "none";
      throw new TypeError(`${policy.id} has no parameter \`${name}\`; known: ${known}`);
    }
    if (!acceptsParam(schema, value)) {
      throw new TypeError(`the parameter \`${name}\` of ${policy.id} must be ${paramNoun(schema)}`);
    }
    params[name] = { ...schema, default: value };
  }
  // The same schemas with other defaults.
  const copy: Policy<Params> = { ...policy, params: params as unknown as Params };
  keepDefinition(copy, policy);
  return copy;
}
