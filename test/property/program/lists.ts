import { type Name, type Scope, canBe, has, inFunction, withNames } from "./scope.js";
import { type Hole, type Tree, code, within } from "./tree.js";
import { type Sort, type Type, elementOf, isModel, isOptional, optional, sortOf } from "./types.js";
import { type Make, type Producer, type Writer, chance, conditionType, one, words } from "./writer.js";

/** Lists, and what is asked of them. */
export const lists: Producer = (writer, type, depth, scope) => {
  const sort = sortOf(type);
  const element = elementOf(sort);
  if (element !== undefined) return ofElements(writer, type, element, depth, scope);
  if (type === "boolean" || type === "boolean?") return asked(writer, type, depth, scope);
  if (type === "Integer" || type === "Integer?") return counted(writer, type, depth, scope);
  return isOptional(type) ? picked(writer, type, depth, scope) : [];
};

/** A list for a method: `parts` or `(parts ?? [])`, and how a method of it is written. */
function receiver(writer: Writer, list: Sort, isMaybe: boolean, depth: number, scope: Scope): readonly [Tree, string] {
  return isMaybe && canBe(scope, optional(list))
    ? [writer.make(optional(list), depth, scope), "?."]
    : [writer.make(list, depth, scope), "."];
}

/** A function of an element, and sometimes of its position. */
function callback(
  writer: Writer,
  element: Sort,
  scope: Scope,
  body: (inner: Scope) => Tree,
  hasPosition = chance(writer, 25),
): Hole & { readonly head: string } {
  const item = writer.fresh(isModel(element) ? "p" : "t");
  const index = writer.fresh("i");
  const names: readonly Name[] = [
    { text: item, type: element, place: false },
    ...(hasPosition ? [{ text: index, type: "Integer", place: false } as const] : []),
  ];
  const inner = withNames(inFunction(scope), ...names);
  const head = hasPosition ? `(${item}, ${index}) => ` : `(${item}) => `;
  return { ...within(body(inner), item, index), head };
}

function condition(writer: Writer, depth: number): (inner: Scope) => Tree {
  return (inner) => writer.make(conditionType(writer), depth, inner);
}

/** The sorts of which a subject has lists. */
function listed(writer: Writer, scope: Scope): readonly [Sort, ...Sort[]] {
  const models = writer.subject.items.filter((model) => has(scope, `${model}[]?`) || has(scope, `${model}[]`));
  const integers: readonly Sort[] = has(scope, "Integer[]?") ? ["Integer"] : [];
  return ["string", ...models, ...models, ...integers];
}

function listType(element: Sort): Sort {
  return `${element}[]` as Sort;
}

function ofElements(writer: Writer, type: Type, element: Sort, depth: number, scope: Scope): readonly Make[] {
  const list = sortOf(type);
  const isMaybe = isOptional(type);
  const isKnown = has(scope, optional(list)) || list === "string[]" || list === "Integer[]";
  if (!isKnown) return [];
  const given = (): readonly [Tree, string] => receiver(writer, list, isMaybe, depth, scope);
  const same: readonly Make[] = [
    () => {
      const [of, dot] = given();
      const test = callback(writer, element, scope, condition(writer, depth));
      return code(type)`${of}${dot}filter(${test.head}${test})`;
    },
    () => {
      const [of, dot] = given();
      return code(type)`${of}${dot}slice(${one(writer, ["1", "0, 2", "-2", "1, -1", ""])})`;
    },
  ];
  const other = one(writer, listed(writer, scope));
  const from = (): readonly [Tree, string] => receiver(writer, listType(other), isMaybe, depth, scope);
  const made: readonly Make[] =
    element === "string" || element === "Integer"
      ? [
          () => {
            const [of, dot] = from();
            const body = callback(writer, other, scope, (inner) => writer.make(element, depth, inner));
            return code(type)`${of}${dot}map(${body.head}${body})`;
          },
          () => {
            const [of, dot] = from();
            const body = callback(writer, other, scope, (inner) => writer.make(list, Math.min(1, depth), inner));
            return code(type)`${of}${dot}flatMap(${body.head}${body})`;
          },
        ]
      : [];
  const texts: readonly Make[] =
    list === "string[]" && !isMaybe
      ? [
          () => code(type)`${writer.make("string", depth, scope)}.split(${one(writer, ['","', '"/"', '"--"'])})`,
          () => code(type)`[${writer.make("string", depth, scope)}, ${one(writer, words)}]`,
          ...(has(scope, "string[][]?")
            ? [() => code(type)`(${writer.make("string[][]?", depth, scope)} ?? []).flat()`]
            : []),
        ]
      : [];
  const put: readonly Make[] = isMaybe
    ? []
    : [
        () => code(type)`${writer.make(list, depth, scope)}.concat(${writer.make(list, depth, scope)})`,
        () => code(type)`[...${writer.make(list, depth, scope)}, ...${writer.make(list, depth, scope)}]`,
      ];
  return [...same, ...made, ...texts, ...put];
}

function asked(writer: Writer, type: Type, depth: number, scope: Scope): readonly Make[] {
  const isMaybe = isOptional(type);
  const element = one(writer, listed(writer, scope));
  const quantified: Make = () => {
    const [of, dot] = receiver(writer, listType(element), isMaybe, depth, scope);
    const test = callback(writer, element, scope, condition(writer, depth));
    return code(type)`${of}${dot}${one(writer, ["some", "every"])}(${test.head}${test})`;
  };
  const included: Make = () => {
    const [of, dot] = receiver(writer, "string[]", isMaybe, depth, scope);
    return code(type)`${of}${dot}includes(${writer.make("string", depth, scope)})`;
  };
  return [
    quantified,
    quantified,
    included,
    ...(isMaybe ? [] : [...ofMap(writer, depth, scope), flattened(writer, depth, scope)]),
  ];
}

/** Whether something holds for what the lists of the elements of a list hold. */
function flattened(writer: Writer, depth: number, scope: Scope): Make {
  return () => {
    const outer = one(writer, listed(writer, scope));
    const lists = callback(writer, outer, scope, (inner) => writer.make("string[]", Math.min(1, depth), inner), false);
    const test = callback(writer, "string", scope, condition(writer, depth), false);
    const of = writer.make(listType(outer), depth, scope);
    return code("boolean")`${of}.flatMap(${lists.head}${lists}).${one(writer, ["some", "every"])}(${test.head}${test})`;
  };
}

/** What does not depend on the order of a map. */
function ofMap(writer: Writer, depth: number, scope: Scope): readonly Make[] {
  const maps = (["Record<string>?", "Record<Part>?"] as const).filter((map) => has(scope, map));
  const map = maps[writer.below(Math.max(1, maps.length))];
  if (map === undefined) return [];
  const value: Sort = map === "Record<Part>?" ? "Part" : "string";
  const given = (): Tree => code("boolean")`(${writer.make(map, depth, scope)} ?? {})`;
  const quantifier = (): string => one(writer, ["some", "every"]);
  return [
    () => {
      const test = callback(writer, "string", scope, condition(writer, depth), false);
      return code("boolean")`Object.keys(${given()}).${quantifier()}(${test.head}${test})`;
    },
    () => {
      const test = callback(writer, value, scope, condition(writer, depth), false);
      return code("boolean")`Object.values(${given()}).${quantifier()}(${test.head}${test})`;
    },
    () => {
      const [key, entry] = [writer.fresh("k"), writer.fresh("v")];
      const names: readonly Name[] = [
        { text: key, type: "string", place: false },
        { text: entry, type: value, place: false },
      ];
      const test = within(condition(writer, depth)(withNames(inFunction(scope), ...names)), key, entry);
      return code("boolean")`Object.entries(${given()}).${quantifier()}(([${key}, ${entry}]) => ${test})`;
    },
    () => code("boolean")`Object.keys(${given()}).includes(${writer.make("string", depth, scope)})`,
  ];
}

function counted(writer: Writer, type: Type, depth: number, scope: Scope): readonly Make[] {
  const isMaybe = isOptional(type);
  const element = one(writer, listed(writer, scope));
  const length: Make = () => {
    const [of, dot] = receiver(writer, listType(element), isMaybe, depth, scope);
    return code(type)`${of}${dot}length`;
  };
  if (isMaybe || !has(scope, "Record<string>?")) return [length];
  const keys: Make = () => {
    const test = callback(writer, "string", scope, condition(writer, depth), false);
    return code(
      type,
    )`Object.keys(${writer.make("Record<string>?", depth, scope)} ?? {}).filter(${test.head}${test}).length`;
  };
  return [length, keys];
}

/** An element of a list. */
function picked(writer: Writer, type: Type, depth: number, scope: Scope): readonly Make[] {
  const element = sortOf(type);
  const list = listType(element);
  const isThere = element === "string" || element === "Integer" || has(scope, optional(list)) || has(scope, list);
  if (!isThere || !(isModel(element) || element === "string" || element === "Integer")) return [];
  const isMaybe = has(scope, optional(list)) && chance(writer, 50);
  const given = (): readonly [Tree, string] => receiver(writer, list, isMaybe, depth, scope);
  return [
    () => {
      const [of, dot] = given();
      const test = callback(writer, element, scope, condition(writer, depth));
      return code(type)`${of}${dot}find(${test.head}${test})`;
    },
    () => {
      const [of, dot] = given();
      return code(type)`${of}${dot}at(${one(writer, ["0", "1", "-1", "-2"])})`;
    },
    () => {
      const [of, dot] = given();
      return code(type)`${of}${dot === "." ? "" : dot}[${one(writer, ["0", "1"])}]`;
    },
  ];
}
