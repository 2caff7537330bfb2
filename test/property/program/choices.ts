import { after, has } from "./scope.js";
import { code } from "./tree.js";
import { elementOf, isOptional, optional, sortOf } from "./types.js";
import { type Make, type Producer, conditionType } from "./writer.js";

/** What there is for every type: `??` and `? :`. */
export const choices: Producer = (writer, type, depth, scope) => {
  const sort = sortOf(type);
  const isPlain = sort === "string" || sort === "Integer" || sort === "boolean";
  const canBeAbsent = isPlain || has(scope, optional(type));
  const canBeThere = isPlain || has(scope, sort) || (canBeAbsent && elementOf(sort) !== undefined);
  if (isOptional(type) ? !canBeAbsent : !canBeThere) return [];
  const conditional: Make = () => {
    const condition = writer.make(conditionType(writer), depth, scope);
    const branch = after(scope, condition);
    return code(type)`(${condition} ? ${writer.make(type, depth, branch)} : ${writer.make(type, depth, branch)})`;
  };
  const defaulted: Make = () => {
    const left = writer.make(optional(type), depth, scope);
    return code(type)`(${left} ?? ${writer.make(type, depth, after(scope, left))})`;
  };
  return canBeAbsent ? [conditional, defaulted, defaulted] : [conditional];
};
