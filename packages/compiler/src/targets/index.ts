import type { CompiledPolicy } from "../ir/policy.js";
import type { CelHost } from "./cel/emitter.js";
import { type Unsupported, unsupported } from "./cel/unsupported.js";
import { brokenLimit, type ObjectLimits } from "./cluster/limits.js";
import type { ProductOptions } from "./cluster/options.js";
import type { KubernetesProduct } from "./cluster/product.js";
import { type Refusal, refusal } from "./cluster/refusal.js";
import { apiserverBudget, type CostBudget, overBudget } from "./cost.js";
import {
  kyvernoLegacyExcludes,
  kyvernoLegacyHost,
  kyvernoLegacyProduct,
  kyvernoLegacyRefusals,
  legacyNotice,
} from "./kyverno-legacy/index.js";
import { kyvernoExcludes, kyvernoHost, kyvernoProduct, kyvernoRefusals } from "./kyverno/index.js";
import { vapExcludes, vapHost, vapProduct, vapRefusals } from "./vap/index.js";

/** A target whose products are Kubernetes objects. */
export interface KubernetesTarget {
  /** The objects of a policy that the target does not refuse. */
  readonly product: (policy: CompiledPolicy, options: ProductOptions) => KubernetesProduct;
  /** What in a policy the target cannot say; such a policy has no product there. */
  readonly unsupported: (policy: CompiledPolicy) => Unsupported | undefined;
  /** What in the options the target cannot do for a policy that it can say. */
  readonly refusals: (policy: CompiledPolicy, options: ProductOptions) => readonly Refusal[];
  readonly limits: ObjectLimits;
  readonly host: (policy: CompiledPolicy) => CelHost;
  readonly budget: CostBudget;
  /** Namespaces that policies leave out when nothing else is configured. */
  readonly excludedNamespaces: readonly string[];
  /** Something that everybody who asks for the target should read. */
  readonly notice?: string;
}

export type KubernetesTargetName = "kyverno" | "kyverno-legacy" | "vap";

/** The targets that run in a cluster, by the name that `writ build --target` takes. */
export const kubernetesTargets: Readonly<Record<KubernetesTargetName, KubernetesTarget>> = {
  kyverno: {
    product: kyvernoProduct,
    unsupported: (policy) => unsupported(policy, kyvernoHost),
    refusals: kyvernoRefusals,
    // Kyverno writes the names of policies into labels.
    limits: { name: 63 },
    host: () => kyvernoHost,
    // A ValidatingPolicy has no budget as a whole.
    budget: { expression: apiserverBudget.expression },
    excludedNamespaces: kyvernoExcludes,
  },
  "kyverno-legacy": {
    product: kyvernoLegacyProduct,
    unsupported: (policy) => unsupported(policy, kyvernoLegacyHost),
    refusals: kyvernoLegacyRefusals,
    limits: { name: 63 },
    host: () => kyvernoLegacyHost,
    budget: apiserverBudget,
    excludedNamespaces: kyvernoLegacyExcludes,
    notice: legacyNotice,
  },
  vap: {
    product: vapProduct,
    unsupported: (policy) => unsupported(policy, vapHost(policy)),
    refusals: vapRefusals,
    limits: { name: 253 },
    host: vapHost,
    budget: apiserverBudget,
    excludedNamespaces: vapExcludes,
  },
};

/** The product of a policy for a target, or every reason why there is none. */
export type Emitted =
  /** `warnings`: written, although an object that nobody has promised to be smaller could be too dear to judge. */
  | { readonly ok: true; readonly product: KubernetesProduct; readonly warnings: readonly Refusal[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Makes the objects of a policy for a target. What the target cannot hold is refused, never left out. */
export function emitKubernetes(name: KubernetesTargetName, policy: CompiledPolicy, options: ProductOptions): Emitted {
  const target = kubernetesTargets[name];
  const inexpressible = target.unsupported(policy);
  if (inexpressible !== undefined) return { ok: false, refusals: [{ ...inexpressible, reason: "unsupported" }] };
  const refusals = target.refusals(policy, options);
  if (refusals.length > 0) return { ok: false, refusals };
  const product = target.product(policy, options);
  const broken = [...Object.values(product.before ?? {}).flat(), ...product.objects].flatMap((object) => {
    const what = brokenLimit(object, target.limits);
    return what === undefined ? [] : [refusal(policy, "limit", what)];
  });
  if (broken.length > 0) return { ok: false, refusals: broken };
  const tooDear = overBudget(policy, target.host(policy), target.budget);
  if (tooDear === undefined) return { ok: true, product, warnings: [] };
  // Sizes that the policy declares are a promise to judge such objects; the published ones are a guess.
  return policy.sizes === undefined ? { ok: true, product, warnings: [tooDear] } : { ok: false, refusals: [tooDear] };
}
