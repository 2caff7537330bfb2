import type { CompiledPolicy } from "../../ir/policy.js";
import type { Enforcement } from "../cluster/options.js";
import { call } from "./ast.js";
import type { CelHost } from "./emitter.js";
import { type PrintOptions, printCel } from "./print.js";
import { celProgram } from "./program.js";

/** The enforcement in the words that ValidatingAdmissionPolicyBinding and ValidatingPolicy share. */
export const validationActions: Readonly<Record<Enforcement, readonly string[]>> = {
  audit: ["Audit"],
  warn: ["Warn", "Audit"],
  deny: ["Deny"],
};

/**
 * `Equivalent`: a request through another version of a kind (autoscaling/v1 for an autoscaling/v2 policy, any served version of a custom
 * resource) is converted to the version that the policy names before it is judged. With `Exact` it would slip by.
 */
export const matchPolicy = "Equivalent";

/** The program of a policy as the objects of admission policies hold it: variables, one validation, its message. */
export function printedProgram(policy: CompiledPolicy, host: CelHost, options: PrintOptions) {
  const program = celProgram(policy, host);
  return {
    variables: program.variables.map(({ name, expression }) => ({ name, expression: printCel(expression, options) })),
    validation: {
      expression: printCel(program.validation, options),
      // Some hosts know the type of what a variable holds only at run time; a message must be text for certain.
      messageExpression: printCel(call("string", program.message), options),
      message: fallbackMessage(policy),
    },
  };
}

/** What hosts fall back to if the message cannot be made; they accept no line break in it, and no empty text. */
function fallbackMessage({ title, id }: CompiledPolicy): string {
  const line = title.replace(/\s+/g, " ").trim();
  return line === "" ? id : line;
}
