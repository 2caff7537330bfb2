/**
 * Which fields the API server drops at their zero value, for the paths that a policy set reads. A trie over a document: one
 * level per field; `elements` stands for every element of a list and every value of a map.
 */
export interface DropTrie {
  readonly fields?: Readonly<Record<string, DropTrie & { readonly zero?: true }>>;
  readonly elements?: DropTrie;
}

/** An object of an admitted tree: own members only, so `labels["constructor"]` is absent unless the document says so. */
export type AdmittedObject = Readonly<Record<string, unknown>>;

// Objects made by one constructor share hidden classes; Object.create(null) would make each a slow dictionary. The empty
// prototype has no parent, so nothing is inherited and even `__proto__` is an ordinary member.
interface TreeConstructor {
  new (): Record<string, unknown>;
}
const Tree = function () {} as unknown as TreeConstructor;
(Tree as unknown as { prototype: object }).prototype = Object.freeze(Object.create(null) as object);

/**
 * The document as a predicate sees it, which is how the API server would admit it: a fresh plain tree without null members
 * and without the fields that `dropped` names at their zero value (`false`, `0`, `""`, `[]`, `{}`, after this same treatment).
 * A null element of a list stays, because its index would shift; the shape guard speaks about it. The input is not changed.
 *
 * Depth is bounded by the reader of the document (at most 1,000 levels), so recursion is safe.
 */
export function admitted(value: AdmittedObject, dropped?: DropTrie): AdmittedObject {
  return dropped === undefined ? copyObject(value) : pruneObject(value, dropped);
}

function copyObject(value: AdmittedObject): AdmittedObject {
  const tree = new Tree();
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (member === null || member === undefined) continue;
    tree[key] = typeof member === "object" ? copyBranch(member) : member;
  }
  return tree;
}

function copyBranch(value: object): unknown {
  if (!Array.isArray(value)) return copyObject(value as AdmittedObject);
  const list: unknown[] = [];
  for (const element of value as unknown[]) {
    list.push(typeof element === "object" && element !== null ? copyBranch(element) : element);
  }
  return list;
}

function pruneObject(value: AdmittedObject, dropped: DropTrie): AdmittedObject {
  const { fields, elements } = dropped;
  const tree = new Tree();
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (member === null || member === undefined) continue;
    const field = fields !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined;
    const below = prune(member, field ?? elements);
    if (field?.zero === true && isZero(below)) continue;
    tree[key] = below;
  }
  return tree;
}

function prune(value: unknown, dropped: DropTrie | undefined): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (dropped === undefined) return copyBranch(value);
  if (!Array.isArray(value)) return pruneObject(value as AdmittedObject, dropped);
  const list: unknown[] = [];
  for (const element of value as unknown[]) list.push(prune(element, dropped.elements));
  return list;
}

function isZero(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === false || value === 0 || value === "";
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}
