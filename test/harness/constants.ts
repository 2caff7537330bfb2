import { ruleExpressions, walk, type CompiledPolicy, type Expr, type Json } from "@writ/compiler/ir";

/** Constants of a policy: they are where its verdict turns. */
export function constantsOf(policy: CompiledPolicy): readonly (string | number)[] {
  const found = new Set<string | number>();
  const see = (value: Json): void => {
    if (typeof value === "string" || typeof value === "number") found.add(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(see);
  };
  see(policy.params);
  for (const rule of policy.ir.rules) {
    for (const expr of ruleExpressions(rule)) {
      walk(expr, (node) => {
        if (node.kind === "literal") see(node.value);
      });
    }
  }
  return [...found];
}

/** The constants that a field is compared with, by the field's name: without them a conjunction hardly ever holds. */
export function comparedWith(policy: CompiledPolicy): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, Json[]>();
  const note = (field: Expr, constant: Expr): void => {
    if (field.kind !== "field" || constant.kind !== "literal" || constant.value === null) return;
    found.set(field.name, [...(found.get(field.name) ?? []), constant.value]);
  };
  for (const rule of policy.ir.rules) {
    for (const expr of ruleExpressions(rule)) {
      walk(expr, (node) => {
        if (node.kind === "equal") note(node.left, node.right);
        if (node.kind === "stringTest") note(node.text, node.part);
        if (node.kind === "includes" && node.list.kind === "list")
          for (const element of node.list.elements) note(node.value, element);
      });
    }
  }
  return found;
}
