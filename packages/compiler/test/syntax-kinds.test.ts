import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ts } from "ts-morph";
import { expect, it } from "vitest";
import { readFixture, type Expectation } from "../../../test/negative/fixture.js";

/*
 * Every kind of statement, expression, declaration and operator of TypeScript is either accepted, which a policy of test/conformance
 * shows, or refused, which a fixture shows. A kind that a new TypeScript brings is in neither until somebody decides.
 */

const fixtures = fileURLToPath(new URL("../../../test/negative/fixtures/", import.meta.url));
const conformance = fileURLToPath(new URL("../../../test/conformance/", import.meta.url));

/** Kinds that no policy module can hold, or that are no code that runs. */
const exempt: readonly { readonly reason: string; readonly kinds: readonly ts.SyntaxKind[] }[] = [
  {
    reason: "types are erased before anything runs",
    kinds: between(ts.SyntaxKind.TypePredicate, ts.SyntaxKind.ImportType),
  },
  {
    reason: "JSX stands in .tsx files only",
    kinds: [
      ts.SyntaxKind.JsxText,
      ts.SyntaxKind.JsxTextAllWhiteSpaces,
      ...between(ts.SyntaxKind.JsxElement, ts.SyntaxKind.JsxNamespacedName),
    ],
  },
  { reason: "comments", kinds: between(ts.SyntaxKind.FirstJSDocNode, ts.SyntaxKind.LastJSDocNode) },
  {
    reason: "the parser makes none of them, or only where it has reported an error",
    kinds: [
      ts.SyntaxKind.Bundle,
      ts.SyntaxKind.SyntaxList,
      ts.SyntaxKind.NotEmittedStatement,
      ts.SyntaxKind.NotEmittedTypeElement,
      ts.SyntaxKind.PartiallyEmittedExpression,
      ts.SyntaxKind.CommaListExpression,
      ts.SyntaxKind.SyntheticExpression,
      ts.SyntaxKind.SyntheticReferenceExpression,
      ts.SyntaxKind.MissingDeclaration,
    ],
  },
  {
    reason: "stands in classes only, which are refused whole",
    kinds: [
      ts.SyntaxKind.PropertyDeclaration,
      ts.SyntaxKind.ClassStaticBlockDeclaration,
      ts.SyntaxKind.Constructor,
      ts.SyntaxKind.PrivateIdentifier,
      ts.SyntaxKind.SuperKeyword,
      ts.SyntaxKind.SemicolonClassElement,
      ts.SyntaxKind.Decorator,
    ],
  },
  {
    reason: "stands in a generator, a namespace, a `try` or an `import … = require` only, which are refused whole",
    kinds: [
      ts.SyntaxKind.YieldExpression,
      ts.SyntaxKind.ModuleBlock,
      ts.SyntaxKind.CatchClause,
      ts.SyntaxKind.ExternalModuleReference,
    ],
  },
  {
    reason: "says how a file is loaded that is no policy module",
    // The last is the deprecated container of `import("…", { with: … })` in types, which has a deprecated name.
    kinds: between(ts.SyntaxKind.ImportAttributes, ts.SyntaxKind.ImportAttributes + 2),
  },
  { reason: "stands in declaration files only", kinds: [ts.SyntaxKind.NamespaceExportDeclaration] },
  {
    reason: "members of interfaces and object types, which are erased",
    kinds: [
      ts.SyntaxKind.CallSignature,
      ts.SyntaxKind.ConstructSignature,
      ts.SyntaxKind.IndexSignature,
      ts.SyntaxKind.MethodSignature,
      ts.SyntaxKind.PropertySignature,
      ts.SyntaxKind.TypeParameter,
      ts.SyntaxKind.QualifiedName,
      ts.SyntaxKind.HeritageClause,
      ts.SyntaxKind.ExpressionWithTypeArguments,
    ],
  },
];

/** Punctuation among the operators that is no operator between two expressions. */
const notBinary = new Set<ts.SyntaxKind>([
  ts.SyntaxKind.LessThanSlashToken,
  ts.SyntaxKind.EqualsGreaterThanToken,
  ts.SyntaxKind.PlusPlusToken,
  ts.SyntaxKind.MinusMinusToken,
  ts.SyntaxKind.ExclamationToken,
  ts.SyntaxKind.TildeToken,
  ts.SyntaxKind.QuestionToken,
  ts.SyntaxKind.ColonToken,
  ts.SyntaxKind.AtToken,
  ts.SyntaxKind.BacktickToken,
  ts.SyntaxKind.HashToken,
]);

/** Literals, operators, and the words that are expressions, beside the nodes. */
const words: readonly ts.SyntaxKind[] = [
  ...between(ts.SyntaxKind.NumericLiteral, ts.SyntaxKind.TemplateTail),
  ...between(ts.SyntaxKind.LessThanToken, ts.SyntaxKind.CaretEqualsToken).filter((kind) => !notBinary.has(kind)),
  ts.SyntaxKind.CommaToken,
  ts.SyntaxKind.Identifier,
  ts.SyntaxKind.PrivateIdentifier,
  ts.SyntaxKind.ThisKeyword,
  ts.SyntaxKind.SuperKeyword,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.ImportKeyword,
  ts.SyntaxKind.InKeyword,
  ts.SyntaxKind.InstanceOfKeyword,
];

function between(first: ts.SyntaxKind, last: ts.SyntaxKind): readonly ts.SyntaxKind[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => (first + offset) as ts.SyntaxKind);
}

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => {
    visit(child, see);
  });
}

function acceptedKinds(): ReadonlySet<ts.SyntaxKind> {
  const kinds = new Set<ts.SyntaxKind>();
  for (const entry of readdirSync(conformance, { withFileTypes: true, recursive: true })) {
    if (entry.name === "policy.ts") visit(parsed(`${entry.parentPath}/${entry.name}`), ({ kind }) => kinds.add(kind));
  }
  return kinds;
}

/** The kinds of the nodes that expected diagnostics underline, and of the operators inside them. */
function refusedKinds(): ReadonlySet<ts.SyntaxKind> {
  const kinds = new Set<ts.SyntaxKind>();
  for (const name of readdirSync(fixtures).filter((file) => file.endsWith(".ts"))) {
    const source = parsed(fixtures + name);
    const { expected } = readFixture(fixtures + name);
    visit(source, (node) => {
      if (expected.some((one) => isUnderlined(source, node, one))) kinds.add(node.kind);
    });
  }
  return kinds;
}

function isUnderlined(source: ts.SourceFile, node: ts.Node, { line, column, endColumn }: Expectation): boolean {
  const from = source.getPositionOfLineAndCharacter(line - 1, column - 1);
  // Of a span of several lines, the first is underlined.
  const to = endColumn === Infinity ? source.getLineEndOfPosition(from) : from + endColumn - column;
  const [start, end] = [node.getStart(source), node.getEnd()];
  if (words.includes(node.kind)) return start >= from && end <= to;
  return start === from && (end === to || end > source.getLineEndOfPosition(from) || endsBeforeBody(source, node, to));
}

/** Whether a place is the end of the head of a statement, which is all that is underlined: its body begins after it. */
function endsBeforeBody(source: ts.SourceFile, node: ts.Node, to: number): boolean {
  let found = false;
  ts.forEachChild(node, (child) => {
    found ||= (ts.isBlock(child) || ts.isStatement(child)) && child.getFullStart() === to;
  });
  return found;
}

it("is decided for every kind of syntax", () => {
  const nodes = between(ts.SyntaxKind.FirstNode, ts.SyntaxKind.SyntheticReferenceExpression);
  const left = new Set(exempt.flatMap(({ kinds }) => kinds));
  const decided = new Set([...acceptedKinds(), ...refusedKinds()]);
  const open = [...new Set([...words, ...nodes])].filter((kind) => !left.has(kind) && !decided.has(kind));
  expect(open.map(nameOf)).toEqual([]);
});

/** The name of a kind: several have others that mark where a group of kinds begins. */
function nameOf(kind: ts.SyntaxKind): string {
  return Object.keys(ts.SyntaxKind).find((name) => ts.SyntaxKind[name as keyof typeof ts.SyntaxKind] === kind) ?? "?";
}
