import type { AST } from "eslint";

type Statement = AST.Program["body"][number];
/** An expression, or a function or class that an export declares. */
type Value = Extract<Statement, { type: "ExportDefaultDeclaration" }>["declaration"];

/** The names that a module has for `policy` of @writ/sdk; of a namespace import, the name of the namespace. */
function policyNames(program: AST.Program): ReadonlySet<string> {
  const names = program.body.flatMap((statement) => {
    if (statement.type !== "ImportDeclaration" || statement.source.value !== "@writ/sdk") return [];
    return statement.specifiers.flatMap((specifier) => {
      if (specifier.type === "ImportNamespaceSpecifier") return [specifier.local.name];
      const { imported } = specifier.type === "ImportSpecifier" ? specifier : { imported: undefined };
      return imported?.type === "Identifier" && imported.name === "policy" ? [specifier.local.name] : [];
    });
  });
  return new Set(names);
}

/** Whether a module could export a policy: it imports what makes one, and exports something. */
export function mayExportPolicy(program: AST.Program): boolean {
  return policyNames(program).size > 0 && program.body.some(({ type }) => type.startsWith("Export"));
}

/** Whether a module shows that it exports a policy, also to somebody who does not run it. */
export function declaresPolicy(program: AST.Program): boolean {
  const names = policyNames(program);
  return program.body.some((statement) => {
    if (statement.type === "ExportDefaultDeclaration") return isPolicyCall(statement.declaration, names);
    if (statement.type !== "ExportNamedDeclaration") return false;
    const { declaration, specifiers } = statement;
    return declaration
      ? declaresPolicyCall(declaration, names)
      : specifiers.some(({ local }) => local.type === "Identifier" && isPolicyConstant(program, local.name, names));
  });
}

function isPolicyConstant(program: AST.Program, name: string, names: ReadonlySet<string>): boolean {
  return program.body.some((statement) => declaresPolicyCall(statement, names, name));
}

function declaresPolicyCall(statement: Statement, names: ReadonlySet<string>, only?: string): boolean {
  if (statement.type !== "VariableDeclaration") return false;
  return statement.declarations.some(({ id, init }) => {
    const isWanted = id.type === "Identifier" && (only === undefined || id.name === only);
    return isWanted && init ? isPolicyCall(init, names) : false;
  });
}

function isPolicyCall(value: Value, names: ReadonlySet<string>): boolean {
  if (value.type !== "CallExpression") return false;
  const { callee } = value;
  if (callee.type === "Identifier") return names.has(callee.name);
  return (
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    names.has(callee.object.name) &&
    callee.property.type === "Identifier" &&
    callee.property.name === "policy"
  );
}
