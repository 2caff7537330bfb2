import type { CompiledPolicy } from "../ir/policy.js";
import type { KubernetesProduct, ProductOptions } from "./cel/product.js";
import { type Unsupported, unsupported } from "./cel/unsupported.js";
import { kyvernoLegacyHost, kyvernoLegacyProduct, legacyNotice } from "./kyverno-legacy/index.js";
import { kyvernoHost, kyvernoProduct } from "./kyverno/index.js";
import { vapHost, vapProduct } from "./vap/index.js";

/** A target whose products are Kubernetes objects. */
export interface KubernetesTarget {
  readonly product: (policy: CompiledPolicy, options: ProductOptions) => KubernetesProduct;
  /** What in a policy the target cannot say; such a policy has no product there. */
  readonly unsupported: (policy: CompiledPolicy) => Unsupported | undefined;
  /** Something that everybody who asks for the target should read. */
  readonly notice?: string;
}

/** The targets that run in a cluster, by the name that `writ build --target` takes. */
export const kubernetesTargets: Readonly<Record<KubernetesTargetName, KubernetesTarget>> = {
  kyverno: { product: kyvernoProduct, unsupported: (policy) => unsupported(policy, kyvernoHost) },
  "kyverno-legacy": {
    product: kyvernoLegacyProduct,
    unsupported: (policy) => unsupported(policy, kyvernoLegacyHost),
    notice: legacyNotice,
  },
  vap: { product: vapProduct, unsupported: (policy) => unsupported(policy, vapHost(policy)) },
};

export type KubernetesTargetName = "kyverno" | "kyverno-legacy" | "vap";
