/** The part of TypeScript that models are made of. Text is only ever made from this tree, by print.ts. */
export type TypeNode =
  /** A keyword or the name of an interface or alias: an identifier, never text from a schema. */
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "array"; readonly element: TypeNode }
  /** A map with free keys. */
  | { readonly kind: "record"; readonly value: TypeNode }
  | { readonly kind: "union"; readonly members: readonly TypeNode[] };

export interface FieldNode {
  /** Any text: the printer quotes what is not an identifier. */
  readonly name: string;
  readonly optional: boolean;
  readonly type: TypeNode;
}

export interface InterfaceNode {
  readonly name: string;
  readonly fields: readonly FieldNode[];
}

/** The value half of a kind: `export const Pod: Kind<Pod> = kind(…)`. */
export interface KindNode {
  /** The interface and the constant: an identifier. */
  readonly name: string;
  /** What a manifest says. */
  readonly kind: string;
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly namespaced: boolean;
}

export interface ImportNode {
  readonly names: readonly string[];
  readonly from: string;
  readonly typeOnly: boolean;
}

export interface ModuleNode {
  /** Lines of the leading comment. */
  readonly header: readonly string[];
  readonly imports: readonly ImportNode[];
  readonly interfaces: readonly InterfaceNode[];
  readonly kinds: readonly KindNode[];
}
