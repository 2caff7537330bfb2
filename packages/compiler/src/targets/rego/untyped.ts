import { type Body, type Statement, type Term, infix, isDefined } from "./ast.js";

/**
 * The body of a function without comparisons from which OPA would take the type of an argument, where they would give it
 * several: `==` says what type its sides have, `!=` does not.
 */
export function withUntypedArguments(body: Body, args: readonly string[]): Body {
  const types = new Map(args.map((arg) => [arg, new Set<string>()]));
  mapBody(body, (statement) => {
    for (const { name, type } of comparedArguments(statement, args)) types.get(name)?.add(type);
    return statement;
  });
  const mixed = args.filter((arg) => (types.get(arg)?.size ?? 0) > 1);
  if (mixed.length === 0) return body;
  return mapBody(body, (statement) =>
    comparedArguments(statement, mixed).length === 0 ? statement : turned(statement),
  );
}

// `a == b` as `not a != b`, and `not a == b` as `a != b`: both sides have a value.
function turned(statement: Statement): Statement {
  if ((statement.kind !== "expr" && statement.kind !== "not") || statement.term.kind !== "infix") return statement;
  const { left, right } = statement.term;
  return { kind: statement.kind === "expr" ? "not" : "expr", term: infix("!=", left, right) };
}

/** The arguments that a statement compares for equality, each with a text that is the same for values of one type. */
function comparedArguments(
  statement: Statement,
  args: readonly string[],
): readonly { readonly name: string; readonly type: string }[] {
  if (statement.kind !== "expr" && statement.kind !== "not") return [];
  const { term } = statement;
  if (term.kind !== "infix" || term.operator !== "==") return [];
  const sides = [
    [term.left, term.right],
    [term.right, term.left],
  ] as const;
  return sides.flatMap(([side, other]) => {
    if (side.kind !== "variable" || !args.includes(side.name) || !isDefined(other)) return [];
    const scalarType = other.kind === "scalar" ? (other.value === null ? "null" : typeof other.value) : undefined;
    return [{ name: side.name, type: scalarType ?? JSON.stringify(other) }];
  });
}

function mapBody(body: Body, change: (statement: Statement) => Statement): Body {
  const go = (term: Term): Term => mapBodies(term, change);
  return body.map((statement): Statement => {
    switch (statement.kind) {
      case "expr":
      case "not":
        return change({ ...statement, term: go(statement.term) });
      case "assign":
        return change({ ...statement, value: go(statement.value) });
      case "some":
        return change({ ...statement, in: go(statement.in) });
      case "every":
        return change({ ...statement, in: go(statement.in), body: mapBody(statement.body, change) });
    }
  });
}

/** The term with the statements of its comprehensions changed. */
function mapBodies(term: Term, change: (statement: Statement) => Statement): Term {
  const go = (inner: Term): Term => mapBodies(inner, change);
  switch (term.kind) {
    case "scalar":
    case "variable":
    case "global":
      return term;
    case "ref":
      return { ...term, of: go(term.of), segment: go(term.segment) };
    case "array":
    case "set":
      return { ...term, elements: term.elements.map(go) };
    case "object":
      return { ...term, members: term.members.map(([key, value]) => [key, go(value)] as const) };
    case "call":
      return { ...term, args: term.args.map(go) };
    case "infix":
      return { ...term, left: go(term.left), right: go(term.right) };
    case "comprehension":
      return { ...term, head: go(term.head), body: mapBody(term.body, change) };
  }
}
