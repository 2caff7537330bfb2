import type { NumericLiteral } from "ts-morph";

/**
 * The number that a literal is. The scanner has put its text in the form of `String(number)`, which may have an exponent (`1e-7`,
 * `1e+21`): ts-morph's own `getLiteralValue` reads that as the integer before it.
 */
export function numberOf(literal: NumericLiteral): number {
  return Number(literal.compilerNode.text);
}
