import { resolve } from "node:path";
import type { CompileRequest, Enforcement, KubernetesTargetName, PolicyModule } from "@writ/compiler";
import type { CompiledPolicy } from "@writ/compiler/ir";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";

export type { CompileRequest, Enforcement, PolicyModule };
export type KubernetesTarget = KubernetesTargetName;

/** Rego as the compiler emits it. */
export interface RegoSource {
  /** Text by path. */
  readonly modules: Readonly<Record<string, string>>;
  /** Entrypoints by `apiVersion/kind`. */
  readonly entrypoints: Readonly<Record<string, string>>;
}

/**
 * Compiles policies to the IR; one problem anywhere and there is none. The compiler is loaded only here: it brings the
 * TypeScript compiler with it.
 */
export async function compilePolicies(request: CompileRequest): Promise<Result<readonly CompiledPolicy[]>> {
  const { compile } = await import("@writ/compiler");
  const { policies, diagnostics } = compile(request);
  const problems = diagnostics.map((found): Problem => ({ ...found, file: resolve(request.root, found.file) }));
  return problems.length > 0 ? failure(...problems) : success(policies);
}

/** The policies as Rego modules with an entrypoint for each kind. */
export async function regoOf(policies: readonly CompiledPolicy[]): Promise<RegoSource> {
  const { emitRego } = await import("@writ/compiler");
  return emitRego(policies);
}

/** The Kubernetes objects of each policy for a target, as YAML. */
export async function kubernetesFiles(
  target: KubernetesTarget,
  policies: readonly CompiledPolicy[],
  enforcement: Enforcement,
): Promise<readonly { readonly policyId: string; readonly text: string }[]> {
  const { defaultProductOptions, kubernetesTargets, yamlOf } = await import("@writ/compiler");
  return policies.map((policy) => {
    const product = kubernetesTargets[target].product(policy, defaultProductOptions(enforcement));
    return { policyId: policy.id, text: yamlOf(product.objects) };
  });
}

/** The policies that a target cannot hold, each at the place in its source that says why. */
export async function refusedBy(
  target: KubernetesTarget,
  policies: readonly CompiledPolicy[],
  root: string,
): Promise<readonly Problem[]> {
  const { kubernetesTargets } = await import("@writ/compiler");
  return policies.flatMap((policy): readonly Problem[] => {
    const found = kubernetesTargets[target].unsupported(policy);
    if (found === undefined) return [];
    const { what, file, ...range } = found;
    const others = Object.entries(kubernetesTargets).filter(([, other]) => other.unsupported(policy) === undefined);
    const can = ["opa", "wasm", ...others.map(([name]) => name)];
    const message = `\`${policy.id}\` cannot be written for ${target}: ${what}`;
    const help = `targets that can: ${can.join(", ")}`;
    return [{ code: "WRIT5004", message, help, file: resolve(root, file), ...range }];
  });
}

/** What everybody who asks for a target should read. */
export async function noticeOf(target: KubernetesTarget): Promise<string | undefined> {
  const { kubernetesTargets } = await import("@writ/compiler");
  return kubernetesTargets[target].notice;
}
