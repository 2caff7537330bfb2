import { describe, expect, it } from "vitest";
import { type Cel, and, call, list, literal, macro, mapParts, name, or, relation, ternary } from "./ast.js";
import type { CelVariable } from "./roots.js";
import { withParts } from "./split.js";

/** A condition of so many comparisons about a value. */
const comparisons = (of: string, count: number): Cel =>
  and(Array.from({ length: count }, (_, at) => relation("!=", name(of), literal(String(at)))));
const largeLoop = (over: string, item = "e", about = item): Cel =>
  macro(name(over), "filter", item, comparisons(about, 50));
const isEmpty = (of: Cel): Cel => relation("==", of, list([]));
const parts = (expression: Cel): readonly CelVariable[] => withParts({ name: "bad", expression })[1];

/** The expression with its parts where they were. */
function putBack([whole, taken]: ReturnType<typeof withParts>): Cel {
  const known = new Map(taken.map((part) => [`variables.${part.name}`, part.expression]));
  const restore = (cel: Cel): Cel => {
    const part = cel.kind === "name" ? known.get(cel.name) : undefined;
    return part === undefined ? mapParts(cel, restore) : restore(part);
  };
  return restore(whole.expression);
}

describe("the parts of an expression", () => {
  const twoLoops = or([isEmpty(largeLoop("object.a")), isEmpty(largeLoop("object.b"))]);

  it("are its large loops, each after those that it uses", () => {
    const [whole, taken] = withParts({ name: "bad", expression: twoLoops, span: [0, 1, 2, 3, 4] });
    expect(taken).toEqual([
      { name: "badPart1", expression: largeLoop("object.a"), isPart: true, span: [0, 1, 2, 3, 4] },
      { name: "badPart2", expression: largeLoop("object.b"), isPart: true, span: [0, 1, 2, 3, 4] },
    ]);
    expect(whole.expression).toEqual(or([isEmpty(name("variables.badPart1")), isEmpty(name("variables.badPart2"))]));
    const nested = macro(largeLoop("object.a"), "filter", "f", comparisons("f", 50));
    expect(parts(and([isEmpty(nested), name("variables.x")])).map(({ expression }) => expression)).toEqual([
      largeLoop("object.a"),
      macro(name("variables.badPart1"), "filter", "f", comparisons("f", 50)),
    ]);
  });

  it("say together what the expression said", () => {
    const deep = ternary(twoLoops, and([isEmpty(largeLoop("object.c")), twoLoops]), comparisons("object.d", 70));
    for (const expression of [twoLoops, deep]) {
      const split = withParts({ name: "bad", expression });
      expect(split[1].length).toBeGreaterThan(1);
      expect(putBack(split)).toEqual(expression);
    }
  });

  it("use no variable of a loop around them", () => {
    const inside = macro(name("object.a"), "filter", "x", isEmpty(largeLoop("object.b", "e", "x")));
    expect(parts(and([isEmpty(inside), isEmpty(largeLoop("object.c"))])).map(({ expression }) => expression)).toEqual([
      inside,
      largeLoop("object.c"),
    ]);
  });

  it("do not stand in a list, or as a branch, where their type would be missed", () => {
    const loop = largeLoop("object.a");
    for (const expression of [
      list([loop, loop]),
      ternary(name("object.x"), loop, loop),
      call("size", list([loop, loop])),
    ])
      expect(parts(expression)).toEqual([]);
  });

  it("are not taken out of a small expression", () => {
    expect(parts(and([comparisons("object.a", 25), comparisons("object.b", 25)]))).toEqual([]);
  });
});
