import { Node } from "ts-morph";
import type { Type } from "../../ir/types.js";
import { type Rewrite, operandText, replaced } from "./edit.js";
import { sdkName } from "./sdk-name.js";

/** What a template prints of a value that engines print differently: the same text, made by hand. */
export function printedRewrite(node: Node, { value, optional }: Type): Rewrite | undefined {
  if (optional) {
    const isText = value.kind === "string" || value.kind === "int" || value.kind === "intOrString";
    const isChain = Node.isBinaryExpression(node) || Node.isConditionalExpression(node);
    return isText && !isChain ? replaced(node, `${node.getText()} ?? "none"`) : undefined;
  }
  switch (value.kind) {
    case "bool":
      return replaced(node, `${operandText(node)} ? "true" : "false"`);
    case "list": {
      const isPlain = value.element.kind === "string" || value.element.kind === "int";
      return isPlain && value.unordered !== true ? replaced(node, `${operandText(node)}.join(",")`) : undefined;
    }
    case "quantity": {
      const format = sdkName(node, "formatQuantity");
      return format && replaced(node, `${format.call}(${node.getText()}) ?? "none"`, ...format.imports);
    }
    case "string":
    case "int":
    case "intOrString":
    case "number":
    case "json":
    case "map":
    case "record":
    case "none":
      return undefined;
  }
}
