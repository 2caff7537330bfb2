import { resolve } from "node:path";
import type { CompileRequest, KubernetesTargetName, PolicyModule, ProductOptions, RefusalReason } from "@writ/compiler";
import type { CompiledPolicy } from "@writ/compiler/ir";
import type { Warning } from "../build/outcome.js";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";

export type { CompileRequest, PolicyModule, ProductOptions };
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

/** What a target writes of a policy. */
export interface Written {
  readonly files: Readonly<Record<string, string>>;
  /** What is worth knowing about it, each at its place. */
  readonly warnings: readonly Warning[];
}

/** A target for a cluster, ready to make the objects of policies. */
export interface ClusterTarget {
  /** The files of a policy as YAML, by path below the output folder; or every reason why it has none, each at its place. */
  readonly emit: (policy: CompiledPolicy, options: ProductOptions) => Result<Written>;
  /** What everybody who asks for the target should read. */
  readonly notice?: string;
  /** What policies leave out when nothing else is configured. */
  readonly excludedNamespaces: readonly string[];
}

const refusalCodes: Readonly<Record<RefusalReason, string>> = {
  unsupported: "WRIT5004",
  enforcement: "WRIT5005",
  version: "WRIT5006",
  limit: "WRIT5007",
  cost: "WRIT5008",
};

/** Loads a target. Files in the refusals are resolved against `root`. */
export async function clusterTarget(target: KubernetesTarget, root: string): Promise<ClusterTarget> {
  const { emitKubernetes, kubernetesTargets, yamlOf } = await import("@writ/compiler");
  const { notice, excludedNamespaces } = kubernetesTargets[target];
  const can = (policy: CompiledPolicy): string => {
    const others = Object.entries(kubernetesTargets).filter(([, other]) => other.unsupported(policy) === undefined);
    return `targets that can: ${["opa", "wasm", ...others.map(([name]) => name)].join(", ")}`;
  };
  return {
    ...(notice === undefined ? {} : { notice }),
    excludedNamespaces,
    emit(policy, options) {
      const emitted = emitKubernetes(target, policy, options);
      if (emitted.ok) {
        const { before = {}, objects } = emitted.product;
        const files = [
          ...Object.entries(before).map(([name, of]) => [`.${name}`, of] as const),
          ["", objects] as const,
        ];
        const texts = files.map(([name, of]) => [`${target}/${policy.id}${name}.yaml`, yamlOf(of)] as const);
        const warnings = emitted.warnings.map(({ reason: _, what, ...place }): Warning => {
          return { policy: policy.id, what, place: { code: "WRIT5009", ...place, file: resolve(root, place.file) } };
        });
        return success({ files: Object.fromEntries(texts), warnings });
      }
      return failure(
        ...emitted.refusals.map(({ reason, what, help: own, ...range }): Problem => {
          const help = reason === "unsupported" ? can(policy) : own;
          const message =
            reason === "version" ? `${target}: ${what}` : `\`${policy.id}\` cannot be written for ${target}: ${what}`;
          const code = refusalCodes[reason];
          return { code, message, ...(help === undefined ? {} : { help }), ...range, file: resolve(root, range.file) };
        }),
      );
    },
  };
}
