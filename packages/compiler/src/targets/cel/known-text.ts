import type { Expr, Rule } from "../../ir/nodes.js";
import type { Json } from "../../ir/policy.js";
import type { Emitter } from "./emitter.js";

/**
 * The texts one of which an expression in the message of a rule is, because a condition of the rule says so: it is compared with a
 * constant, or looked up in a list of them. Undefined where no condition tells.
 */
export function knownTexts(emitter: Emitter, rule: Rule, expr: Expr): readonly string[] | undefined {
  const wanted = structure(expr);
  for (const step of rule.steps) {
    for (const condition of step.kind === "assume" ? conjuncts(step.condition) : []) {
      const texts = textsOf(emitter, condition, wanted);
      if (texts !== undefined) return texts;
    }
  }
  return undefined;
}

function conjuncts(condition: Expr): readonly Expr[] {
  return condition.kind === "and" ? condition.operands.flatMap(conjuncts) : [condition];
}

function textsOf(emitter: Emitter, condition: Expr, wanted: string): readonly string[] | undefined {
  if (condition.kind === "equal" && structure(condition.left) === wanted) return constants(emitter, [condition.right]);
  if (condition.kind !== "includes" || structure(condition.value) !== wanted) return undefined;
  const { list } = condition;
  if (list.kind === "list") return constants(emitter, list.elements);
  return list.kind === "param" ? textual(emitter.params?.[list.name]) : undefined;
}

function constants(emitter: Emitter, exprs: readonly Expr[]): readonly string[] | undefined {
  return textual(
    exprs.map((expr) =>
      expr.kind === "literal" ? expr.value : expr.kind === "param" ? (emitter.params?.[expr.name] ?? null) : null,
    ),
  );
}

function textual(json: Json | undefined): readonly string[] | undefined {
  if (!Array.isArray(json)) return undefined;
  const texts = (json as readonly Json[]).filter((one) => typeof one === "string");
  return texts.length === json.length ? texts : undefined;
}

/** What an expression computes, whatever its place, and whatever has become known of its type there. */
function structure(expr: Expr): string {
  return JSON.stringify(expr, (key, value: unknown) => (key === "span" || key === "type" ? undefined : value));
}
