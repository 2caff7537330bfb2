import { type Reference, type Scope, after, referencesOf, referring } from "./scope.js";
import { type Place, leave } from "./statements.js";
import { type Hole, type Tree, code, leaf } from "./tree.js";
import { type Make, type Writer, chance, one, words } from "./writer.js";

type Block = (writer: Writer, place: Place, scope: Scope) => Tree;

/** A `switch` on a text, an integer, a boolean, a type, or on the first condition that holds. */
export function switching(writer: Writer, place: Place, scope: Scope, block: Block): Tree {
  const [subject, labels] = switched(writer, place, scope);
  const inner = after(scope, subject, ...labels);
  const body = (): Hole => ({ tree: block(writer, place, inner), gives: [] });
  const clauses = labels.map((label, index): Tree => {
    const shares = index + 1 < labels.length && chance(writer, 35);
    return shares
      ? code("clause")`case ${label}:\n`
      : code("clause")`case ${label}: {\n${body()}${end(writer, place, inner)}\n}\n`;
  });
  const defaulted: readonly Tree[] = chance(writer, 60)
    ? [code("clause")`default: {\n${body()}${end(writer, place, inner)}\n}\n`]
    : [];
  const all = chance(writer, 20) ? [...defaulted, ...clauses] : [...clauses, ...defaulted];
  const pieces = all.map((tree): Hole => ({ tree, gives: [] }));
  return code("switch")`switch (${subject}) {\n${{ type: "clauses", pieces, uses: [], reads: [] }}}\n`;
}

function end(writer: Writer, place: Place, scope: Scope): Tree {
  return chance(writer, 75) ? leaf("end", "break;") : leave(writer, place, scope);
}

/** Through a function: of some expressions the type checker knows which few values they may have. */
function widened(subject: Tree, through: string): Tree {
  return code("subject")`${through}(${subject})`;
}

function switched(writer: Writer, { depth }: Place, scope: Scope): readonly [Tree, readonly Tree[]] {
  const allowed = (label: string): boolean => !writer.subject.dropsZeros || !['""', "0", "false"].includes(label);
  const label = (text: string): Tree => leaf("label", text);
  const distinct = (from: readonly [string, ...string[]]): readonly Tree[] => {
    const drawn = [one(writer, from), one(writer, from), one(writer, from)];
    return [...new Set(drawn)].filter(allowed).map(label);
  };
  const found = (type: Reference["type"]): Reference | undefined => {
    const fitting = referencesOf(scope).filter((reference) => reference.type === type);
    return fitting[writer.below(Math.max(1, fitting.length))];
  };
  const conditions: Make[] = [
    () => writer.make("boolean", depth - 1, scope),
    () => writer.make("boolean", depth - 1, scope),
  ];
  const onConditions: readonly [Tree, readonly Tree[]] = [leaf("true", "true"), conditions.map((make) => make())];
  switch (writer.below(5)) {
    case 0:
      return [widened(writer.make("string", depth - 1, scope), "sameString"), distinct(words)];
    case 1: {
      const text = found("string?");
      return text === undefined ? onConditions : [referring(text), distinct(["undefined", ...words])];
    }
    case 2:
      return [widened(writer.make("Integer", depth - 1, scope), "sameInteger"), distinct(["0", "1", "3", "10"])];
    case 3: {
      const port = found("IntOrString?");
      return port === undefined
        ? onConditions
        : [code("typeof")`typeof ${referring(port)}`, distinct(['"string"', '"number"', '"undefined"'])];
    }
    default:
      return onConditions;
  }
}
