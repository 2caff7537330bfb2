import { decodeField } from "./code.js";
import { fieldTable } from "./table.js";
import type { FieldFacts, KindFacts } from "./types.js";

export type { AbsentValue, FieldFacts, FieldType, KindFacts, ScalarType } from "./types.js";

/** The field table as it is stored: type keys to fields, `apiVersion Kind` to a kind. */
interface Table {
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly kinds: Readonly<Record<string, readonly [string, string, boolean, string, string]>>;
}

interface Decoded {
  readonly types: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly kinds: ReadonlyMap<string, KindFacts>;
  readonly facts: Map<string, ReadonlyMap<string, FieldFacts>>;
}

// Read on first use: a policy set without findings never needs the table.
const memory: { decoded?: Decoded } = {};

function decoded(): Decoded {
  return (memory.decoded ??= decode(JSON.parse(fieldTable) as Table));
}

function decode(table: Table): Decoded {
  const kinds = Object.entries(table.kinds).map(([name, [typeKey, plural, namespaced, subresources, verbs]]) => {
    const [apiVersion = "", kind = ""] = name.split(" ");
    const [group, version] = apiVersion.includes("/") ? apiVersion.split("/") : ["", apiVersion];
    const facts: KindFacts = {
      ...{ group: group ?? "", version: version ?? "", kind, typeKey, plural, namespaced },
      subresources: words(subresources),
      verbs: words(verbs),
    };
    return [name, facts] as const;
  });
  return { types: new Map(Object.entries(table.types)), kinds: new Map(kinds), facts: new Map() };
}

function words(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}

/**
 * The fields of a built-in struct, in the order of its model; `undefined` for a type that Kubernetes does not have. The key of
 * the interface `Container` in `models/core/v1` is `core/v1.Container`.
 */
export function typeFacts(typeKey: string): ReadonlyMap<string, FieldFacts> | undefined {
  const { types, facts } = decoded();
  const known = facts.get(typeKey);
  if (known !== undefined) return known;
  const codes = types.get(typeKey);
  if (codes === undefined) return undefined;
  const fields = new Map(Object.entries(codes).map(([name, code]) => [name, decodeField(code)]));
  facts.set(typeKey, fields);
  return fields;
}

/** What the API server does to one field: `fieldFacts("core/v1.PodSpec", "hostNetwork")?.zeroDropped` is true. */
export function fieldFacts(typeKey: string, field: string): FieldFacts | undefined {
  return typeFacts(typeKey)?.get(field);
}

/** A built-in kind by what its manifest says: `kindFacts("apps/v1", "Deployment")`. */
export function kindFacts(apiVersion: string, kind: string): KindFacts | undefined {
  return decoded().kinds.get(`${apiVersion} ${kind}`);
}

/** Every built-in kind of every served version, sorted by API version and name. */
export function builtInKinds(): readonly KindFacts[] {
  return [...decoded().kinds.values()];
}
