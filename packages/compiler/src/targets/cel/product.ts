import { stringify } from "yaml";
import type { CompiledPolicy } from "../../ir/policy.js";
import { type PrintOptions, printCel } from "./print.js";
import { celProgram } from "./program.js";
import type { CelHost } from "./emitter.js";

/** What an engine does about a violation; the configuration says, and `audit` when nothing does. */
export type Enforcement = "audit" | "warn" | "deny";

export interface ProductOptions {
  readonly enforcement: Enforcement;
}

/** The enforcement in the words that ValidatingAdmissionPolicyBinding and ValidatingPolicy share. */
export const validationActions: Readonly<Record<Enforcement, readonly string[]>> = {
  audit: ["Audit"],
  warn: ["Warn", "Audit"],
  deny: ["Deny"],
};

/** Kubernetes objects of one policy. */
export interface KubernetesProduct {
  readonly policyId: string;
  readonly objects: readonly object[];
}

/** The program of a policy as the objects of admission policies hold it: variables, one validation, its message. */
export function printedProgram(policy: CompiledPolicy, host: CelHost, options: PrintOptions) {
  const program = celProgram(policy, host);
  return {
    variables: program.variables.map(({ name, expression }) => ({ name, expression: printCel(expression, options) })),
    validation: {
      expression: printCel(program.validation, options),
      // Some hosts know the type of what a variable holds only at run time; a message must be text for certain.
      messageExpression: `string(${printCel(program.message, options)})`,
      // What hosts fall back to if the message cannot be made; they accept no line break in it.
      message: policy.title.replace(/\s+/g, " "),
    },
  };
}

/** Facts about the policy that an engine shows; the keys of an engine's own come from its product. */
export function annotations(policy: CompiledPolicy): Readonly<Record<string, string>> {
  return {
    "writ.dev/severity": policy.severity,
    ...(policy.remediation === undefined ? {} : { "writ.dev/remediation": policy.remediation }),
    ...(policy.controls.length === 0 ? {} : { "writ.dev/controls": policy.controls.join(", ") }),
    "writ.dev/source": policy.file,
  };
}

/** The objects as a YAML stream. */
export function yamlOf(product: KubernetesProduct): string {
  return product.objects.map((object) => stringify(object, { lineWidth: 0 })).join("---\n");
}

/** Leaves namespaces out: the cluster's own, and the engine's, so that a policy cannot stop what it needs to run. */
export function outside(namespaces: readonly string[]) {
  return { matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: "NotIn", values: [...namespaces] }] };
}
