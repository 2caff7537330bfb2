import { type CaseOrDefaultClause, Node, type Statement, type SwitchStatement } from "ts-morph";
import { or } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { lowerEquality } from "./equality.js";
import { type Lowering, type Scope, firstPoison, sourceText, spanOf } from "./lowering.js";

/** A way through a `switch`: its statements run when the condition holds and that of no branch before it does. */
export interface Branch {
  /** Absent for `default`, which comes last, wherever it is written. */
  readonly condition?: Expr;
  readonly statements: readonly Statement[];
}

/**
 * The branches of a `switch`. Clauses without statements share those of the next one; no other clause falls through, which
 * TypeScript holds (`noFallthroughCasesInSwitch`).
 */
export function switchBranches(lowering: Lowering, statement: SwitchStatement, scope: Scope): readonly Branch[] {
  const branches = clauseGroups(statement).map((group): Branch => {
    const labels = group.flatMap((clause) => (Node.isCaseClause(clause) ? [clause.getExpression()] : []));
    const left = statement.getExpression();
    const tests = labels.map((right) => {
      const text = `${sourceText(left)} === ${sourceText(right)}`;
      return lowerEquality(lowering, { at: right, text, operator: "===", left, right }, scope);
    });
    const statements = group.at(-1)?.getStatements() ?? [];
    if (group.some(Node.isDefaultClause)) return { statements };
    return { condition: firstPoison(...tests) ?? or(tests, spanOf(lowering, statement)), statements };
  });
  const isDefault = (branch: Branch): boolean => branch.condition === undefined;
  return [...branches.filter((branch) => !isDefault(branch)), ...branches.filter(isDefault)];
}

function clauseGroups(statement: SwitchStatement): readonly (readonly CaseOrDefaultClause[])[] {
  const groups: CaseOrDefaultClause[][] = [];
  let open: CaseOrDefaultClause[] = [];
  for (const clause of statement.getClauses()) {
    open.push(clause);
    if (clause.getStatements().length === 0) continue;
    groups.push(open);
    open = [];
  }
  return open.length === 0 ? groups : [...groups, open];
}

/** Whether a `break` only ends its clause: nothing that it would skip follows. */
export function endsClause(statement: Node): boolean {
  const parent = statement.getParent();
  if (parent === undefined) return false;
  if (Node.isCaseClause(parent) || Node.isDefaultClause(parent)) return parent.getStatements().at(-1) === statement;
  if (Node.isBlock(parent)) return parent.getStatements().at(-1) === statement && endsClause(parent);
  return Node.isIfStatement(parent) && endsClause(parent);
}
