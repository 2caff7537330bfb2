/** What a field holds, as far as the API declares it. */
export type FieldType =
  | { readonly kind: ScalarType }
  /** A struct: `of` is its type key, for example `core/v1.Container`. */
  | { readonly kind: "object"; readonly of: string }
  | { readonly kind: "list"; readonly element: FieldType }
  /** An object with free keys, such as labels. */
  | { readonly kind: "map"; readonly value: FieldType };

/** `json` is anything; a `quantity` and an `intOrString` may be a number or a string in a document. */
export type ScalarType = "string" | "integer" | "number" | "boolean" | "quantity" | "intOrString" | "time" | "json";

/**
 * What the API server's own Go types do to one field between the document and an admission policy. Seen by decoding and
 * encoding with those types, not read from their tags. Defaulting comes on top of it and is not in here.
 */
export interface FieldFacts {
  readonly type: FieldType;
  /** No document without it is accepted: the shape guard may demand it, an author may read it without `?.`. */
  readonly required: boolean;
  /** The zero value (`false`, `0`, `""`, `[]`, `{}`) vanishes: an admitted object never shows it. */
  readonly zeroDropped: boolean;
  /** `{}` is kept and differs from an absent field: `emptyDir: {}`. */
  readonly significantEmpty: boolean;
  /** An admitted object always has the field, also when the document does not; then {@link absentAs} says as what. */
  readonly alwaysPresent: boolean;
  /** What the encoder writes for an absent field: `null` (`rules: null` of a Role) or the zero value; `undefined`: nothing. */
  readonly absentAs: AbsentValue | undefined;
  /** Accepted and never shown again: `stringData` of a Secret ends in `data`. */
  readonly writeOnly: boolean;
  /** The API server rewrites the values (`1024Mi` becomes `1Gi`), also those inside the field's list or map. */
  readonly canonical: "quantity" | undefined;
}

/** An object stands for a struct whose own always-present fields are inside. */
export type AbsentValue = null | string | number | boolean | Readonly<Record<string, never>>;

/** A built-in kind with a resource of its own. */
export interface KindFacts {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** The key of its model: `apps/v1.Deployment`. */
  readonly typeKey: string;
  readonly plural: string;
  readonly namespaced: boolean;
  /** Names such as `status` and `ephemeralcontainers`, sorted. */
  readonly subresources: readonly string[];
  /** The verbs of the resource, sorted: a kind without `create` (a ComponentStatus) is never admitted. */
  readonly verbs: readonly string[];
}
