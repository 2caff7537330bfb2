/*
 * A random program is a tree of texts, so that it can shrink: any part may be replaced by a smaller one that stands for the same, as long
 * as the names that this one uses are still there.
 */

/** A part of a program: text, with other parts in it. */
export interface Tree {
  /** What it stands for: a part of the same type may take its place. */
  readonly type: string;
  readonly pieces: readonly (string | Hole)[];
  /** The names that its own text uses; what a test has shown of a name is one, too. */
  readonly uses: readonly string[];
  /** The references that its own text reads, which a type checker narrows where it tests them. */
  readonly reads: readonly string[];
}

/** A part within another, and the names that are there for it only. */
export interface Hole {
  readonly tree: Tree;
  readonly gives: readonly string[];
}

/** A part that has no other parts. */
export function leaf(type: string, text: string, uses: readonly string[] = [], reads: readonly string[] = []): Tree {
  return { type, pieces: [text], uses, reads };
}

/** A tag for the text of a part of some type; the names that the text itself uses come with it. */
export function code(
  type: string,
  uses: readonly string[] = [],
): (texts: TemplateStringsArray, ...parts: readonly (string | Tree | Hole)[]) => Tree {
  return (texts, ...parts) => {
    const pieces = texts.flatMap((text, index) => {
      const part = parts[index];
      if (part === undefined) return [text];
      if (typeof part === "string") return [text, part];
      return [text, "tree" in part ? part : { tree: part, gives: [] }];
    });
    return { type, pieces, uses, reads: [] };
  };
}

/** A part for which some names are there. */
export function within(tree: Tree, ...gives: readonly string[]): Hole {
  return { tree, gives };
}

export function holesOf({ pieces }: Tree): readonly Hole[] {
  return pieces.filter((piece) => typeof piece !== "string");
}

/** The text of a program. */
export function textOf({ pieces }: Tree): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : textOf(piece.tree))).join("");
}

/** The names that a part uses and does not have within. */
export const freeNames = remembered((tree: Tree): ReadonlySet<string> => {
  const within = holesOf(tree).flatMap(({ tree: inner, gives }) =>
    [...freeNames(inner)].filter((name) => !gives.includes(name)),
  );
  return new Set([...tree.uses, ...within]);
});

/** The references that a part reads, and all parts in it. */
export const readsOf = remembered((tree: Tree): ReadonlySet<string> => {
  return new Set([...tree.reads, ...holesOf(tree).flatMap(({ tree: inner }) => [...readsOf(inner)])]);
});

/** How many parts a part has, with itself. */
export const sizeOf = remembered((tree: Tree): number =>
  holesOf(tree).reduce((size, { tree: inner }) => size + sizeOf(inner), 1),
);

function remembered<Of>(find: (tree: Tree) => Of): (tree: Tree) => Of {
  const known = new WeakMap<Tree, { readonly value: Of }>();
  return (tree) => {
    const found = known.get(tree) ?? { value: find(tree) };
    known.set(tree, found);
    return found.value;
  };
}
