import { type BindingName, type ForOfStatement, Node, VariableDeclarationKind } from "ts-morph";
import type { Expr } from "../ir/nodes.js";
import { type Lowered, type Lowering, type Scope, isPoison, refuse } from "./lowering.js";
import { type Binding, type Pairs, pairAt, pairsOf } from "./pairs.js";
import { lowerExpression } from "./registry.js";
import { isAssigned } from "../check/never-assigned.js";
import { replaced, withoutWord } from "./rewrite/edit.js";

/** What a `for … of` visits, and what it binds to each element. */
export interface Loop {
  /** The elements, or the keys of pairs. */
  readonly list: Expr;
  readonly bindings: readonly Binding[];
  readonly name: BindingName;
  /** A name for the variable that stands for an element of the list. */
  readonly hint: string;
  /** What the name of the loop stands for, given that variable. */
  readonly bound: (element: Expr) => Lowered;
}

/** Reads the head of a `for … of`; undefined when it was refused. */
export function loopOver(lowering: Lowering, statement: ForOfStatement, scope: Scope): Loop | undefined {
  const initializer = statement.getInitializer();
  const declared = Node.isVariableDeclarationList(initializer) ? initializer : undefined;
  const declaration = declared?.getDeclarations()[0];
  if (declaration === undefined || declared?.getDeclarationKind() !== VariableDeclarationKind.Const) {
    const name = declaration?.getName() ?? initializer.getText();
    const keyword = declared?.getFirstChild();
    const isFree = keyword !== undefined && !isAssigned(statement.getStatement(), name);
    refuse(lowering, "letDeclaration", initializer, { name }, isFree ? replaced(keyword, "const") : undefined);
    return undefined;
  }
  const over = statement.getExpression();
  const awaited = statement.getAwaitKeyword();
  if (awaited !== undefined) {
    const instead = "iterate a list; a policy sees one document and cannot wait for anything";
    refuse(lowering, "expression", awaited, { what: "`for await`", instead }, withoutWord(awaited));
    return undefined;
  }
  const name = declaration.getNameNode();
  const pairs = pairsOf(lowering, over, scope);
  if (pairs?.kind === "pairs") return overPairs(pairs, name);
  const list = pairs ?? lowerExpression(lowering, over, scope);
  if (isPoison(list)) return undefined;
  if (list.type.value.kind !== "list") {
    refuse(lowering, "loopList", over, {});
    return undefined;
  }
  const hint = Node.isIdentifier(name) ? name.getText() : "item";
  return { list, bindings: [], name, hint, bound: (element) => ({ kind: "value", expr: element }) };
}

function overPairs(pairs: Pairs, name: BindingName): Loop {
  const [first] = Node.isArrayBindingPattern(name) ? name.getElements() : [];
  const key = first && Node.isBindingElement(first) ? first.getNameNode() : undefined;
  const plain = pairs.of.type.value.kind === "list" ? "index" : "key";
  return {
    list: pairs.keys,
    bindings: pairs.bindings,
    name,
    hint: key && Node.isIdentifier(key) ? key.getText() : plain,
    bound: (element) => pairAt(pairs, element, element.span),
  };
}
