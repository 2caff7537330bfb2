import fc from "fast-check";
import { type Program, programOf } from "./module.js";
import { smallerTrees } from "./shrink.js";

/**
 * Random programs. What a part may be made of depends on the names and on the narrowing around it, which fast-check's own combinators
 * know nothing of: so this one takes its choices from fast-check, and shrinks the tree that it has made of them.
 */
class Programs extends fc.Arbitrary<Program> {
  generate(random: fc.Random): fc.Value<Program> {
    return new fc.Value(
      programOf((limit) => random.nextInt(0, limit - 1)),
      undefined,
    );
  }

  canShrinkWithoutContext(value: unknown): value is Program {
    return typeof value === "object" && value !== null && "tree" in value;
  }

  shrink(program: Program): fc.Stream<fc.Value<Program>> {
    const smaller = function* (): IterableIterator<fc.Value<Program>> {
      for (const tree of smallerTrees(program.tree)) yield new fc.Value({ ...program, tree }, undefined);
    };
    return fc.stream(smaller());
  }
}

export function programs(): fc.Arbitrary<Program> {
  return new Programs();
}
