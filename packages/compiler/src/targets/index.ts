import type { CompiledPolicy } from "../ir/policy.js";
import type { KubernetesProduct, ProductOptions } from "./cel/product.js";
import { kyvernoLegacyProduct, legacyNotice } from "./kyverno-legacy/index.js";
import { kyvernoProduct } from "./kyverno/index.js";
import { vapProduct } from "./vap/index.js";

/** A target whose products are Kubernetes objects. */
export interface KubernetesTarget {
  readonly product: (policy: CompiledPolicy, options: ProductOptions) => KubernetesProduct;
  /** Something that everybody who asks for the target should read. */
  readonly notice?: string;
}

/** The targets that run in a cluster, by the name that `writ build --target` takes. */
export const kubernetesTargets: Readonly<Record<KubernetesTargetName, KubernetesTarget>> = {
  kyverno: { product: kyvernoProduct },
  "kyverno-legacy": { product: kyvernoLegacyProduct, notice: legacyNotice },
  vap: { product: vapProduct },
};

export type KubernetesTargetName = "kyverno" | "kyverno-legacy" | "vap";
