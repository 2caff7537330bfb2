import type { CompiledPolicy, KindRef } from "../../ir/policy.js";
import type { Enforcement, LabelRequirement, ProductOptions } from "./options.js";

/** Kinds and namespaces in which one enforcement holds. The parts of a policy have no request in common. */
export interface EnforcedPart {
  /** Distinguishes the names of objects; empty for the part that bears the policy's own name. */
  readonly suffix: string;
  readonly enforcement: Enforcement;
  readonly kinds: readonly KindRef[];
  /** What the labels of the namespace must meet: all of these. */
  readonly requirements: readonly LabelRequirement[];
}

/** More parts than anybody reads: each is an object in the cluster that is asked about each request. */
export const partLimit = 16;

/** The label that Kubernetes puts on every namespace itself: its name. */
const nameLabel = "kubernetes.io/metadata.name";

/**
 * Splits a policy by what is done about a violation. Engines apply every binding or policy that matches, and the mildest of them would
 * not undo the strictest: so that the first matching selector decides, each part also asks that no earlier selector holds.
 */
export function enforcedParts(
  policy: CompiledPolicy,
  options: ProductOptions,
  excluded: readonly string[],
): readonly EnforcedPart[] {
  const outside: readonly LabelRequirement[] =
    excluded.length === 0 ? [] : [{ key: nameLabel, operator: "NotIn", values: [...excluded].sort() }];
  const selected = policy.kinds.filter(hasNamespace);
  const { enforcement } = options;
  if (selected.length === 0) return [{ suffix: "", enforcement, kinds: policy.kinds, requirements: [] }];
  if (options.namespaces.length === 0) return [{ suffix: "", enforcement, kinds: policy.kinds, requirements: outside }];
  const parts: EnforcedPart[] = [];
  let rest: readonly Conjunction[] = [outside];
  for (const [position, rule] of options.namespaces.entries()) {
    for (const [index, requirements] of conjunctions(rest, [rule.requirements]).entries()) {
      const suffix = `.${rule.enforcement}-${numbered(position, index)}`;
      parts.push({ suffix, enforcement: rule.enforcement, kinds: selected, requirements });
    }
    rest = conjunctions(rest, complement(rule.requirements));
    // Refused in any case: the rest need not be multiplied out.
    if (parts.length + rest.length > partLimit) break;
  }
  const others = rest.map((requirements, index): EnforcedPart => {
    const suffix = index === 0 ? "" : `.${enforcement}-${numbered(options.namespaces.length, index)}`;
    return { suffix, enforcement, kinds: selected, requirements };
  });
  const apart = policy.kinds.filter((kind) => !hasNamespace(kind));
  const cluster: EnforcedPart = { suffix: ".cluster", enforcement, kinds: apart, requirements: [] };
  return [...others, ...parts, ...(apart.length === 0 ? [] : [cluster])];
}

function numbered(position: number, index: number): string {
  return index === 0 ? String(position + 1) : `${String(position + 1)}-${String(index + 1)}`;
}

/** Whether a namespace selector speaks of objects of the kind: those in a namespace, and namespaces, by their own labels. */
export function hasNamespace({ group, kind, namespaced }: KindRef): boolean {
  return namespaced || (group === "" && kind === "Namespace");
}

type Conjunction = readonly LabelRequirement[];

/** All that meets one of the first and one of the second; what contradicts itself is left out. */
function conjunctions(first: readonly Conjunction[], second: readonly Conjunction[]): readonly Conjunction[] {
  return first.flatMap((one) =>
    second.map((other) => distinct([...one, ...other])).filter((both) => !both.some((each) => negated(each, both))),
  );
}

function distinct(requirements: Conjunction): Conjunction {
  return [...new Map(requirements.map((one) => [JSON.stringify(one), one])).values()];
}

function negated(requirement: LabelRequirement, among: Conjunction): boolean {
  const opposite = JSON.stringify(negation(requirement));
  return among.some((other) => JSON.stringify(other) === opposite);
}

/** Everything that does not meet all requirements, without overlap: the first fails; or the first holds and the second fails; and so on. */
function complement(requirements: Conjunction): readonly Conjunction[] {
  return requirements.map((one, index) => [...requirements.slice(0, index), negation(one)]);
}

/** Exactly the other label sets: `NotIn` holds where the label is absent. */
function negation({ key, operator, values }: LabelRequirement): LabelRequirement {
  const opposite = { In: "NotIn", NotIn: "In", Exists: "DoesNotExist", DoesNotExist: "Exists" } as const;
  return { key, operator: opposite[operator], ...(values === undefined ? {} : { values }) };
}

/** A selector of namespaces as Kubernetes writes it; undefined when every namespace meets it. */
export function labelSelector(requirements: readonly LabelRequirement[]) {
  return requirements.length === 0 ? undefined : { matchExpressions: requirements.map((one) => ({ ...one })) };
}
