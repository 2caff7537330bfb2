import type { EnumDeclaration } from "ts-morph";

/** Whether every member of an enum is a constant that engines can hold, and the enum exists when the module runs. */
export function isConstantEnum(declaration: EnumDeclaration): boolean {
  if (declaration.hasDeclareKeyword()) return false;
  return declaration.getMembers().every((member) => {
    const value = member.getValue();
    return typeof value === "string" ? value.isWellFormed() : Number.isSafeInteger(value);
  });
}
