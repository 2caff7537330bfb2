/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** An object that a client sends for creation. */
export interface NewObject {
  /** As it is written. */
  readonly object: JsonObject;
  /** That of the request. None for built-in kinds of the cluster; definitions say themselves whether their kind has one. */
  readonly namespace?: string;
}

/** What the API server makes of a document that a client sends for creation. */
export type Admission =
  /** The object that an admission policy would see, but for what only a running server knows (README.md). */
  | { readonly kind: "admitted"; readonly object: JsonObject }
  /** The API server answers with an error: the document cannot be decoded, or holds a field that its kind does not have. */
  | { readonly kind: "refused"; readonly reasons: readonly string[] }
  /** Neither Kubernetes nor a given definition has the kind. */
  | { readonly kind: "unknown" };

/** `Result` of go/admission/message.go. */
export interface Result {
  readonly outcome: Admission["kind"];
  readonly object?: JsonObject;
  readonly reasons?: readonly string[];
}

/** `Response` of go/admission/message.go. */
export interface Response {
  readonly definitions: readonly Result[];
  readonly documents: readonly Result[];
}

export function admissionOf({ outcome, object = {}, reasons = [] }: Result): Admission {
  switch (outcome) {
    case "admitted":
      return { kind: "admitted", object };
    case "refused":
      return { kind: "refused", reasons };
    case "unknown":
      return { kind: "unknown" };
  }
}
