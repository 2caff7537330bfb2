import { type Name, type Reference, type Scope, referencesOf, referring, withNames } from "./scope.js";
import type { Place } from "./statements.js";
import { type Tree, code, within } from "./tree.js";
import { type Sort, elementOf, isModel, isOptional, sortOf } from "./types.js";
import { type Writer, chance, one } from "./writer.js";

/** What a loop visits. */
interface Visited {
  readonly list: Tree;
  readonly element: Sort;
  /** Whether the elements stand in the document. */
  readonly place: boolean;
  /** Whether the list is another one than that of the document. */
  readonly isMade: boolean;
}

type Block = (writer: Writer, place: Place, scope: Scope) => Tree;

/** `for (const x of xs) { … }`, also over positions, or over texts. */
export function loop(writer: Writer, place: Place, scope: Scope, block: Block): Tree {
  const { list, element, place: stands, isMade } = visited(writer, place, scope);
  const item = writer.fresh(isModel(element) ? "e" : "t");
  const inner: Place = { ...place, kind: place.kind.startsWith("function") ? "function loop" : "loop" };
  if (!chance(writer, 25)) {
    const own: Name = { text: item, type: element, place: stands };
    const body = within(block(writer, inner, withNames(scope, own)), item);
    return code("for")`for (const ${item} of ${list}) {\n${body}}\n`;
  }
  const index = writer.fresh("i");
  // With its position, an element of a list that is put together has no place that a violation could name.
  const own: Name = { text: item, type: element, place: stands && !isMade };
  const position: Name = { text: index, type: "Integer", place: false };
  const body = within(block(writer, inner, withNames(scope, own, position)), item, index);
  return code("for")`for (const [${index}, ${item}] of ${list}.entries()) {\n${body}}\n`;
}

function visited(writer: Writer, { depth, kind }: Place, scope: Scope): Visited {
  const isItem = (sort: Sort): boolean => writer.subject.items.some((item) => sort === `${item}[]`);
  const lists = referencesOf(scope).filter(({ type, key }) => key !== undefined && isItem(sortOf(type)));
  const standing = lists.filter((reference) => reference.place);
  const from = standing.length > 0 && kind !== "function" && chance(writer, 80) ? standing : lists;
  const chosen = from[writer.below(Math.max(1, from.length))];
  if (chosen === undefined || chance(writer, 15))
    return { list: writer.make("string[]", depth, scope), element: "string", place: false, isMade: true };
  return { ...shaped(writer, chosen, from, depth, scope), place: chosen.place };
}

/** A list of the document as it is, a part of it, or several put together. */
function shaped(
  writer: Writer,
  chosen: Reference,
  from: readonly Reference[],
  depth: number,
  scope: Scope,
): Omit<Visited, "place"> {
  const element = elementOf(sortOf(chosen.type)) ?? "string";
  const same = from.filter(({ type, place }) => sortOf(type) === sortOf(chosen.type) && place === chosen.place);
  const other = same[writer.below(same.length)] ?? chosen;
  const given = (reference: Reference): Tree =>
    isOptional(reference.type) ? code("list")`(${referring(reference)} ?? [])` : referring(reference);
  const item = writer.fresh("p");
  const test = (): Tree =>
    writer.make("boolean", Math.min(depth, 1), withNames(scope, { text: item, type: element, place: false }));
  switch (writer.below(10)) {
    case 0:
      return {
        element,
        isMade: true,
        list: code("list")`${given(chosen)}.filter((${item}) => ${within(test(), item)})`,
      };
    case 1:
      if (chosen.text.includes("[")) return { element, isMade: false, list: given(chosen) };
      return { element, isMade: true, list: code("list")`${given(chosen)}.slice(${one(writer, ["1", "0, 2", "-1"])})` };
    case 2:
      return { element, isMade: true, list: code("list")`[...${given(chosen)}, ...${given(other)}]` };
    case 3:
      return { element, isMade: true, list: code("list")`${given(chosen)}.concat(${given(other)})` };
    case 4:
      if (element === "Part")
        return {
          element,
          isMade: true,
          list: code("list")`${given(chosen)}.flatMap((${item}) => ${item}.parts ?? [])`,
        };
      return { element, isMade: false, list: given(chosen) };
    default:
      return { element, isMade: false, list: given(chosen) };
  }
}
