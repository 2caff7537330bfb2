import { type Hole, type Tree, freeNames, holesOf, leaf, sizeOf } from "./tree.js";

/** Smaller programs that differ in one place: the largest steps first. */
export function* smallerTrees(tree: Tree): Iterable<Tree> {
  const found = [...replacements(tree, new Set(freeNames(tree)), (smaller) => smaller)];
  yield* found.sort((a, b) => sizeOf(a) - sizeOf(b));
}

/** Every tree in which one part is replaced by a smaller one of its type. */
function* replacements(tree: Tree, names: ReadonlySet<string>, put: (smaller: Tree) => Tree): Iterable<Tree> {
  const size = sizeOf(tree);
  for (const smaller of simpler(tree)) {
    if (sizeOf(smaller) < size && [...freeNames(smaller)].every((name) => names.has(name))) yield put(smaller);
  }
  for (const [index, piece] of tree.pieces.entries()) {
    if (typeof piece === "string") continue;
    const around = (smaller: Tree): Tree =>
      put({ ...tree, pieces: tree.pieces.with(index, { ...piece, tree: smaller }) });
    yield* replacements(piece.tree, new Set([...names, ...piece.gives]), around);
  }
}

/** What may stand for a part: parts of it of the same type, and the simplest of all. */
function simpler(tree: Tree): readonly Tree[] {
  const { type } = tree;
  const simplest = canBeEmpty.test(type) ? [leaf(type, "")] : (simplestOf[type] ?? []);
  return [...simplest, ...below(tree).filter((inner) => inner.type === type)];
}

function below(tree: Tree): readonly Tree[] {
  return holesOf(tree).flatMap(({ tree: inner }: Hole) => [inner, ...below(inner)]);
}

const simplestOf: Readonly<Record<string, readonly Tree[] | undefined>> = {
  string: [leaf("string", "A"), leaf("string", "EMPTY")],
  Integer: [leaf("Integer", "ZERO"), leaf("Integer", "ONE")],
  boolean: [leaf("boolean", "(A === A)"), leaf("boolean", "(A === B)")],
};

/** Statements that may be left out altogether: all but those of a function, which ends with its result. */
const canBeEmpty = /^(?:check|loop|function branch|function loop) /;
