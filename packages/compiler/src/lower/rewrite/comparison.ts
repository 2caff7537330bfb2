import { type BinaryExpression, Node, SyntaxKind } from "ts-morph";
import { isUndefined, unwrapped } from "../transparent.js";
import { outermost } from "./position.js";
import { numberOf } from "../numeric-literal.js";

/** A comparison of an expression with a constant, read with the expression on the left. */
export interface AgainstConstant {
  readonly whole: BinaryExpression;
  readonly operator: string;
  readonly constant: number | string | null | undefined;
}

const mirrored: Readonly<Record<string, string>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };
const operators = new Set(["===", "!==", "==", "!=", "<", ">", "<=", ">="]);

/** The comparison with a constant that an expression is an operand of; undefined where it is none. */
export function againstConstant(node: Node): AgainstConstant | undefined {
  const side = outermost(node);
  const whole = side.getParent();
  if (!Node.isBinaryExpression(whole)) return undefined;
  const operator = whole.getOperatorToken().getText();
  const isLeft = whole.getLeft() === side;
  const constant = constantOf(unwrapped(isLeft ? whole.getRight() : whole.getLeft()));
  if (constant === undefined || !operators.has(operator)) return undefined;
  return { whole, operator: isLeft ? operator : (mirrored[operator] ?? operator), constant: constant.value };
}

function constantOf(node: Node): { readonly value: number | string | null | undefined } | undefined {
  if (Node.isNumericLiteral(node)) return { value: numberOf(node) };
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) return { value: node.getLiteralText() };
  if (node.getKind() === SyntaxKind.NullKeyword) return { value: null };
  if (isUndefined(node)) return { value: undefined };
  const isNegative = Node.isPrefixUnaryExpression(node) && node.getOperatorToken() === SyntaxKind.MinusToken;
  const operand = isNegative ? node.getOperand() : undefined;
  return Node.isNumericLiteral(operand) ? { value: -numberOf(operand) } : undefined;
}

/** `"equal"` for `===` and `==`, `"different"` for their negations, undefined for an order. */
export function equality(operator: string): "equal" | "different" | undefined {
  if (operator === "===" || operator === "==") return "equal";
  return operator === "!==" || operator === "!=" ? "different" : undefined;
}

/** What a comparison of the result of `indexOf` asks. */
export function positionAsked({
  operator,
  constant,
}: AgainstConstant): "found" | "missing" | "first" | "elsewhere" | undefined {
  if (constant === -1)
    return {
      equal: "missing" as const,
      different: "found" as const,
      other: operator === ">" ? ("found" as const) : undefined,
    }[equality(operator) ?? "other"];
  if (constant !== 0) return undefined;
  if (operator === ">=") return "found";
  if (operator === "<") return "missing";
  return { equal: "first" as const, different: "elsewhere" as const, other: undefined }[equality(operator) ?? "other"];
}
