import { type Node, SyntaxKind } from "ts-morph";

/** What a refused construct is called, and what to write instead. */
export interface Refusal {
  readonly what: string;
  readonly instead: string;
}

const pure = "a predicate is a pure function of the document; bind values with `const`";
const listMethods = "use `some`, `every`, `filter`, `map` or `find`, or `for … of` in `check`";

/** Expressions that the subset does not have, by kind; the registry of lower/ holds those that it has. */
const expressions: { readonly [Kind in SyntaxKind]?: Refusal } = {
  [SyntaxKind.AnyKeyword]: { what: "`any`", instead: "use the typed models" },
  [SyntaxKind.ArrowFunction]: {
    what: "a function used as a value",
    instead: "call it, or write it where a callback is expected",
  },
  [SyntaxKind.FunctionExpression]: {
    what: "a function used as a value",
    instead: "call it, or write it where a callback is expected",
  },
  [SyntaxKind.AwaitExpression]: { what: "`await`", instead: "a policy sees one document; it cannot wait for anything" },
  [SyntaxKind.BigIntLiteral]: { what: "a bigint", instead: "use integers up to 2^53" },
  [SyntaxKind.ClassExpression]: { what: "a class", instead: "use functions and constants" },
  [SyntaxKind.CommaToken]: { what: "the comma operator", instead: pure },
  [SyntaxKind.ImportKeyword]: { what: "`import()`", instead: "import at the top of the module" },
  [SyntaxKind.MetaProperty]: { what: "a meta property", instead: "write the value as a constant" },
  [SyntaxKind.NonNullExpression]: {
    what: "the assertion `!`",
    instead:
      "test for absence (`=== undefined`) or use `?.`; a value that is absent after all would make engines differ",
  },
  [SyntaxKind.NullKeyword]: {
    what: "`null` as a value",
    instead: "use `undefined`; a null member of a document reads as absent",
  },
  [SyntaxKind.RegularExpressionLiteral]: {
    what: "a regular expression used as a value",
    instead: "call `/…/.test(text)`",
  },
  [SyntaxKind.SpreadElement]: { what: "spread", instead: listMethods },
  [SyntaxKind.SuperKeyword]: { what: "`super`", instead: "use functions and constants" },
  [SyntaxKind.TaggedTemplateExpression]: { what: "a tagged template", instead: "use a plain template literal" },
  [SyntaxKind.ThisKeyword]: { what: "`this`", instead: "use the predicate's parameters" },
  [SyntaxKind.TypeOfExpression]: { what: "`typeof` as a value", instead: 'compare it: `typeof value === "string"`' },
  [SyntaxKind.VoidExpression]: { what: "`void`", instead: "write `undefined`" },
  [SyntaxKind.YieldExpression]: { what: "`yield`", instead: listMethods },
};

/** Statements that the subset does not have. */
const statements: { readonly [Kind in SyntaxKind]?: Refusal } = {
  [SyntaxKind.BreakStatement]: {
    what: "`break`",
    instead:
      "use `continue`, or `find` / `some` for the first match; in a `switch`, let it be the last statement of its branch",
  },
  [SyntaxKind.ClassDeclaration]: { what: "a class", instead: "use functions and constants" },
  [SyntaxKind.DebuggerStatement]: { what: "`debugger`", instead: "remove it" },
  [SyntaxKind.DoStatement]: { what: "a `do` loop", instead: listMethods },
  [SyntaxKind.EnumDeclaration]: { what: "an enum", instead: 'use constants: `const A = "a"`' },
  [SyntaxKind.ExpressionStatement]: { what: "a statement without a result", instead: pure },
  [SyntaxKind.ForInStatement]: { what: "`for … in`", instead: "iterate a constant list of keys with `for … of`" },
  [SyntaxKind.ForStatement]: { what: "a counting loop", instead: listMethods },
  [SyntaxKind.LabeledStatement]: { what: "a label", instead: "use `continue` of the innermost loop" },
  [SyntaxKind.ModuleDeclaration]: { what: "a namespace", instead: "use modules" },
  [SyntaxKind.ThrowStatement]: {
    what: "`throw`",
    instead: "report a violation; a predicate has an answer for every document",
  },
  [SyntaxKind.TryStatement]: { what: "`try`", instead: "nothing in the subset throws; remove it" },
  [SyntaxKind.WhileStatement]: { what: "a `while` loop", instead: listMethods },
  [SyntaxKind.WithStatement]: { what: "`with`", instead: "use destructuring" },
};

/** Says what an expression outside the subset is. */
export function unsupportedExpression(node: Node): Refusal {
  return (
    expressions[node.getKind()] ?? {
      what: `\`${node.getKindName()}\``,
      instead: "see the list of constructs in the documentation",
    }
  );
}

/** Says what a statement outside the subset is. */
export function unsupportedStatement(node: Node): Refusal {
  return (
    statements[node.getKind()] ?? {
      what: `\`${node.getKindName()}\``,
      instead: "see the list of constructs in the documentation",
    }
  );
}
