/** The part of a conformance policy that a page shows, and the constructs that stand in a piece of TypeScript. */
import ts from "typescript";

/** The members of a definition that say nothing about the language. */
const silent = new Set(["id", "title", "severity", "match"]);

const parsed = (text) => ts.createSourceFile("policy.ts", text, ts.ScriptTarget.ES2023, true);

/**
 * The statement of `check` that holds the report with `marker`, with the early returns before it and the declarations that it uses; the
 * whole definition where there is no marker. `reports` are the places of the calls that have the marker; none of them: all.
 */
export function excerptOf(text, marker, folder) {
  const file = parsed(text);
  const definition = find(file, (node) => ts.isCallExpression(node) && /\bpolicy$/.test(node.expression.getText()))
    ?.arguments[0];
  if (definition === undefined) throw new Error(`${folder} has no policy`);
  const declarations = file.statements.filter((of) => !ts.isImportDeclaration(of) && !contains(of, definition));
  if (marker === undefined) {
    const members = definition.properties.filter((of) => !silent.has(of.name?.getText()));
    return {
      text: [...used(declarations, members), ...members.map((of) => `${dedented(of)},`)].map(textOf).join("\n"),
      reports: [],
    };
  }
  const check = definition.properties.find((of) => of.name?.getText() === "check");
  const body = (check?.body ?? check?.initializer?.body)?.statements;
  const calls = body?.flatMap((of) =>
    all(of, (node) => ts.isCallExpression(node) && isReport(node) && node.getText().includes(marker)),
  );
  const statement = body?.find((of) => calls.some((call) => contains(of, call)));
  if (statement === undefined) throw new Error(`${folder} reports nothing with ${marker}`);
  const before = body.slice(0, body.indexOf(statement));
  const leaving = before.filter((of) => all(of, ts.isReturnStatement).length > 0);
  const own = [...leaving, statement];
  const local = used(before, own);
  const shown = before.filter((of) => local.includes(of) || leaving.includes(of));
  const params = definition.properties.filter(
    (of) => of.name?.getText() === "params" && /\bparams\b/.test(own.map(textOf).join()),
  );
  const shownCalls = calls.filter((call) => contains(statement, call));
  const reports = shownCalls.map((call) => place(file, call));
  const kept = parsedPart(withoutOthers(statement, shownCalls));
  const outer = used(declarations, [...shown, kept]);
  const parts = [...outer, ...params.map((of) => `${dedented(of)},`), ...shown, kept.getText()];
  return { text: parts.map(textOf).join("\n"), reports };
}

const parsedPart = (text) => parsed(text).statements[0];

/** The text of a statement without the statements inside it that the reports do not depend on. */
function withoutOthers(statement, calls) {
  const leaves = (of) =>
    all(of, ts.isReturnStatement).length +
      all(of, ts.isContinueStatement).length +
      all(of, ts.isBreakStatement).length >
    0;
  const dropped = all(statement, ts.isBlock)
    .filter((block) => calls.some((call) => contains(block, call)))
    .flatMap(({ statements }) => {
      const kept = statements.filter((of) => leaves(of) || calls.some((call) => contains(of, call)));
      const needed = used(statements, kept);
      return statements.filter((of) => !kept.includes(of) && !needed.includes(of));
    });
  const start = statement.getStart();
  const ordered = dropped.sort((a, b) => b.pos - a.pos);
  // With the line break and the indentation before it; the rest of the statement keeps its own.
  const text = statement.getText();
  const shortened = ordered.reduce((of, { pos, end }) => of.slice(0, pos - start) + of.slice(end - start), text);
  const { character } = statement.getSourceFile().getLineAndCharacterOfPosition(start);
  return shortened.replaceAll(new RegExp(`^ {${character}}`, "gm"), "");
}

function isReport(call) {
  const callee = call.expression.getText();
  return callee === "report" || callee.endsWith(".report");
}

const textOf = (part) => (typeof part === "string" ? part : dedented(part));

function contains(outer, inner) {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}

function place(file, node) {
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart());
  return { line: line + 1, column: character + 1 };
}

/** The declarations whose names others use, and those that these use, in their order. */
function used(declarations, by) {
  const found = new Set();
  const namesIn = (node) => new Set(all(node, ts.isIdentifier).map((of) => of.text));
  for (let size = -1; size !== found.size;) {
    size = found.size;
    const names = [...by, ...found].map(namesIn);
    for (const of of declarations) if (declared(of).some((name) => names.some((set) => set.has(name)))) found.add(of);
  }
  return declarations.filter((of) => found.has(of) && !by.includes(of));
}

function declared(statement) {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap((of) =>
      all(of.name, ts.isIdentifier).map((name) => name.text),
    );
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement)
  )
    return [statement.name.text];
  return [];
}

function find(node, test) {
  return all(node, test)[0];
}

function all(node, test) {
  const found = [];
  const visit = (of) => {
    if (test(of)) found.push(of);
    ts.forEachChild(of, visit);
  };
  visit(node);
  return found;
}

function dedented(node) {
  const text = node.getText();
  const { character } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
  return text.replaceAll(new RegExp(`^ {${character}}`, "gm"), "");
}

/** Names of the constructs in a text: kinds of syntax, `.method` for what is called or read, and the names of called functions. */
export function constructsIn(text) {
  const file = parsed(text);
  return all(file, () => true).flatMap((node) => {
    const kinds = [kindName(node)];
    if (ts.isPropertyAccessExpression(node)) kinds.push(`.${node.name.text}`);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) kinds.push(node.expression.text);
    return kinds;
  });
}

// Several names have the number of one kind, such as `FirstLiteralToken`: the first is what it is called.
const kindNames = new Map();
for (const [name, kind] of Object.entries(ts.SyntaxKind))
  if (typeof kind === "number" && !/^(?:First|Last)/.test(name) && !kindNames.has(kind)) kindNames.set(kind, name);
const kindName = (node) => kindNames.get(node.kind);
