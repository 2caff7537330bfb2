import type { KindRef } from "@writ/compiler/ir";
import { dropTries, kindKey, shapeGuard } from "@writ/compiler/ir";
import type { ShapeGuard } from "@writ/compiler/ir";
import type { DropTrie } from "@writ/sdk/runtime";
import type { PolicyEntry, PolicySet } from "../policies/policy-set.js";

/** A policy of a kind, with its shape guard made once. */
export interface KindPolicy {
  readonly entry: PolicyEntry;
  readonly guard: ShapeGuard;
}

/** Everything that judges documents of one kind. */
export interface KindPolicies {
  readonly kind: KindRef;
  /** Its position among the kinds of the index. */
  readonly number: number;
  readonly policies: readonly KindPolicy[];
  /** The policies' ids, in the same order. */
  readonly ids: readonly string[];
  /** Fields that the API server drops at zero. */
  readonly drop: DropTrie | undefined;
  readonly entrypoint: string | undefined;
}

/** Kinds by `apiVersion/kind`, as a document writes them. */
export type KindIndex = ReadonlyMap<string, KindPolicies>;

export function indexKinds(set: PolicySet): KindIndex {
  const drops = dropTries(set.entries.map(({ compiled }) => compiled));
  const found = new Map<string, { readonly kind: KindRef; readonly policies: KindPolicy[] }>();
  for (const entry of set.entries) {
    const policy: KindPolicy = { entry, guard: shapeGuard(entry.compiled.ir.shapes) };
    for (const kind of entry.compiled.kinds) {
      const known = found.get(kindKey(kind));
      if (known === undefined) found.set(kindKey(kind), { kind, policies: [policy] });
      else known.policies.push(policy);
    }
  }
  return new Map(
    [...found].map(([key, { kind, policies }], number) => [
      key,
      {
        kind,
        number,
        policies,
        ids: policies.map(({ entry }) => entry.compiled.id),
        drop: drops[key],
        entrypoint: set.rego.entrypoints[key],
      },
    ]),
  );
}
