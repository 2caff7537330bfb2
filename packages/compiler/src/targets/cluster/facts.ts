import type { CompiledPolicy } from "../../ir/policy.js";

/** What is known about a policy, under neutral names; an engine has keys of its own for some of them. */
export interface PolicyFacts {
  readonly title: string;
  readonly severity: string;
  readonly category?: string;
  readonly description?: string;
  readonly remediation?: string;
  readonly controls?: string;
  readonly subject: string;
  /** The module that declares it. */
  readonly source: string;
}

/** The facts, each as one text. */
export function policyFacts(policy: CompiledPolicy): PolicyFacts {
  const category = categoryOf(policy);
  return {
    title: policy.title,
    severity: policy.severity,
    ...(category === undefined ? {} : { category }),
    ...(policy.description === undefined ? {} : { description: policy.description }),
    ...(policy.remediation === undefined ? {} : { remediation: policy.remediation }),
    ...(policy.controls.length === 0 ? {} : { controls: policy.controls.join(", ") }),
    subject: [...new Set(policy.kinds.map(({ kind }) => kind))].join(", "),
    source: policy.file,
  };
}

/**
 * Annotations of an object: a fact under the engine's own key where it has one, under ours otherwise. The subject is only for engines
 * that show it: the match constraints say it, too.
 */
export function factAnnotations(
  facts: PolicyFacts,
  own: Readonly<Partial<Record<keyof PolicyFacts, string>>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([fact, text]: readonly [string, string]) => {
      const key = own[fact as keyof PolicyFacts] ?? (fact === "subject" ? undefined : `writ.dev/${fact}`);
      return key === undefined ? [] : [[key, text]];
    }),
  );
}

/** The folder that holds the policy's own folder: `pod-security` for `policies/pod-security/no-host-path/policy.ts`. */
function categoryOf({ file, id }: CompiledPolicy): string | undefined {
  const [category, folder] = file.split("/").slice(-3);
  return folder === id && category !== "policies" && category !== ".." ? category : undefined;
}
