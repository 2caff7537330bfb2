import { canBe } from "./scope.js";
import { type Hole, type Tree, code } from "./tree.js";
import type { Producer } from "./writer.js";

/** Calls of the functions that the program declares. */
export const calls: Producer = (writer, type, depth, scope) =>
  scope.functions
    .filter(({ result, parameters }) => result === type && parameters.every((parameter) => canBe(scope, parameter)))
    .map(({ name, parameters }) => () => {
      const given = parameters.map((parameter) => writer.make(parameter, depth, scope));
      return code(type, [name])`${name}(${listed(given)})`;
    });

/** Expressions with commas between them. */
function listed(given: readonly Tree[]): Tree {
  const pieces = given.flatMap((tree, index): readonly (string | Hole)[] => [
    ...(index === 0 ? [] : [", "]),
    { tree, gives: [] },
  ]);
  return { type: "arguments", pieces, uses: [], reads: [] };
}
