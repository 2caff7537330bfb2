import { type Name, type Scope, after, fact, has, knowing, referencesOf, referring, withNames } from "./scope.js";
import { loop } from "./loops.js";
import { narrowings } from "./narrowing.js";
import { switching } from "./switches.js";
import { type Tree, code, leaf, within } from "./tree.js";
import { type Type, isModel, isOptional, sortOf } from "./types.js";
import { type Writer, chance, conditionType, one } from "./writer.js";

/** Where statements stand. */
export interface Place {
  /** What a part must stand for to take the place of another: in a loop, `return` is another statement than outside. */
  readonly kind: "check" | "loop" | "function" | "function branch" | "function loop";
  /** What the function gives. */
  readonly result?: Type;
  /** What is left of the program's size. */
  readonly count: number;
  readonly depth: number;
}

/** How a place is left early. */
export function leave(writer: Writer, place: Place, scope: Scope): Tree {
  switch (place.kind) {
    case "check":
      return leaf("leave", "return;");
    case "loop":
      return leaf("leave", "continue;");
    case "function":
    case "function branch":
      return returned(writer, place, scope);
    case "function loop":
      return chance(writer, 40) ? leaf("leave", "continue;") : returned(writer, place, scope);
  }
}

function returned(writer: Writer, { result = "boolean", depth }: Place, scope: Scope): Tree {
  return code("leave")`return ${writer.make(result, depth, scope)};`;
}

/** What a statement is for the parts around it. */
export function kindOf({ kind, result }: Place): string {
  return `${kind} ${result ?? ""}`;
}

/** Statements, one after the other: each knows those after it. */
export function statements(writer: Writer, place: Place, scope: Scope): Tree {
  const kind = kindOf(place);
  const rest = (inner: Scope = scope): Tree => statements(writer, { ...place, count: place.count - 1 }, inner);
  if (place.count <= 0 || writer.isFull()) {
    if (place.kind === "function") return code(kind)`${returned(writer, place, scope)}\n`;
    return leaf(kind, "");
  }
  const condition = (): Tree => writer.make(conditionType(writer), place.depth, scope);
  const reports = place.kind === "check" || place.kind === "loop";
  switch (writer.below(reports ? 13 : 9)) {
    case 0: {
      const test = condition();
      return code(kind)`if (${test}) ${leave(writer, place, after(scope, test))}\n${rest(after(scope, test))}`;
    }
    case 1: {
      const test = condition();
      const branch = (): Tree => block(writer, place, after(scope, test));
      return code(kind)`if (${test}) {\n${branch()}} else {\n${branch()}}\n${rest(after(scope, test))}`;
    }
    case 2:
      return guard(writer, place, scope) ?? rest();
    case 3:
    case 4:
      return declaration(writer, place, scope);
    case 5:
      return destructured(writer, place, scope) ?? declaration(writer, place, scope);
    case 6:
    case 7: {
      if (place.depth <= 0) return rest();
      return code(kind)`${loop(writer, place, scope, block)}${rest()}`;
    }
    case 8:
      return code(kind)`${switching(writer, place, scope, block)}${rest(scope)}`;
    case 9:
    case 10:
      return code(kind)`${report(writer, place, scope)}\n${rest()}`;
    default: {
      const test = condition();
      return code(kind)`if (${test}) ${report(writer, place, after(scope, test))}\n${rest()}`;
    }
  }
}

/** The statements of a branch or of a loop. */
export function block(writer: Writer, place: Place, scope: Scope): Tree {
  const { kind } = place;
  // A function gives its result at its end; a branch of it may fall through.
  const inner: Place = { ...place, count: 1 + writer.below(2), depth: place.depth - 1 };
  return statements(writer, kind === "function" ? { ...inner, kind: "function branch" } : inner, scope);
}

/** A test after which a reference is known to be there. */
function guard(writer: Writer, place: Place, scope: Scope): Tree | undefined {
  const [found] = narrowings(writer, scope);
  if (found?.fails === undefined) return undefined;
  const rest = found.inside((inner) => statements(writer, { ...place, count: place.count - 1 }, inner));
  return code(kindOf(place))`if (${found.fails}) ${leave(writer, place, after(scope, found.fails))}\n${rest}`;
}

/** A constant, sometimes with its type, and sometimes with a test that it is there. */
function declaration(writer: Writer, place: Place, scope: Scope): Tree {
  const kind = kindOf(place);
  const item = one(writer, writer.subject.items);
  const types: readonly Type[] = ["string", "string?", "boolean", "boolean?", "Integer", "Integer?", "string[]"];
  const ofItems = ([`${item}?`, `${item}[]?`, `${item}[]`] as const).filter((type) => has(scope, type));
  const all: readonly [Type, ...Type[]] = ["string", ...types, ...ofItems, ...ofItems];
  const type = one(writer, all);
  const value = writer.make(type, place.depth, scope);
  const text = writer.fresh(isModel(sortOf(type)) ? "o" : "c");
  const name: Name = { text, type, place: false };
  const inner = withNames(scope, name);
  const next: Place = { ...place, count: place.count - 1 };
  if (!isOptional(type) || chance(writer, 50))
    return code(kind)`const ${text} = ${value};\n${within(statements(writer, next, inner), text)}`;
  const own = { text, type, uses: [text], place: false, root: false, key: text };
  const known = within(statements(writer, next, knowing(inner, own, sortOf(type))), text, fact(text));
  return code(kind)`const ${text} = ${value};\nif (${text} === undefined) ${leave(writer, place, scope)}\n${known}`;
}

/** The members of an object, or the first elements of a list, as constants. */
function destructured(writer: Writer, place: Place, scope: Scope): Tree | undefined {
  const next: Place = { ...place, count: place.count - 1 };
  const kind = kindOf(place);
  const [text, other] = [writer.fresh("d"), writer.fresh("d")];
  const name = (of: string, type: Type): Name => ({ text: of, type, place: false });
  if (chance(writer, 40)) {
    const list = writer.make("string[]", place.depth, scope);
    const inner = withNames(scope, name(text, "string?"), name(other, "string"));
    const rest = within(statements(writer, next, inner), text, other);
    return code(kind)`const [${text}, ${other} = A] = ${list};\n${rest}`;
  }
  const objects = referencesOf(scope).filter(({ type }) => type === "Part" || type === "Container");
  const chosen = objects[writer.below(Math.max(1, objects.length))];
  if (chosen === undefined) return undefined;
  const member = chosen.type === "Part" ? "size" : "tty";
  const type: Type = chosen.type === "Part" ? "Integer" : "boolean";
  const fallback = chosen.type === "Part" ? "ONE" : "true";
  const inner = withNames(scope, name(text, "string"), name(other, type));
  const rest = within(statements(writer, next, inner), text, other);
  return code(kind)`const { name: ${text}, ${member}: ${other} = ${fallback} } = ${referring(chosen)};\n${rest}`;
}

/** A violation at something that stands in the document. */
function report(writer: Writer, place: Place, scope: Scope): Tree {
  const near = scope.names.filter((name) => name.place && name.root !== true && isModel(sortOf(name.type)));
  const chosen = near.at(-1);
  const message = writer.make("string", place.depth, scope);
  const at = one(writer, ["", "", "", ', ["x"]', ', ["tags", 0]']);
  const found = foundPlace(writer, place, scope);
  if (found !== undefined && chance(writer, 15)) return found(message);
  if (chosen !== undefined && chance(writer, 75))
    return code("report")`report(${leaf("place", chosen.text, [chosen.text])}, ${message}${at});`;
  return code("report")`report(${writer.subject.target}, ${message}${at});`;
}

/** A report at an element that is looked for first. */
function foundPlace(writer: Writer, place: Place, scope: Scope): ((message: Tree) => Tree) | undefined {
  const lists = referencesOf(scope).filter(({ type, place: stands, key }) => {
    const sort = sortOf(type);
    return stands && key !== undefined && writer.subject.items.some((item) => sort === `${item}[]`);
  });
  const list = lists[writer.below(Math.max(1, lists.length))];
  if (list === undefined) return undefined;
  const item = writer.fresh("p");
  const text = writer.fresh("f");
  const element = sortOf(list.type).slice(0, -2) as Type;
  const inner = withNames(scope, { text: item, type: element, place: false });
  const dot = isOptional(list.type) ? "?." : ".";
  return (message) => {
    const test = within(writer.make("boolean", place.depth, inner), item);
    return code(
      "report",
    )`{\nconst ${text} = ${referring(list)}${dot}find((${item}) => ${test});\nif (${text} !== undefined) report(${text}, ${message});\n}`;
  };
}
