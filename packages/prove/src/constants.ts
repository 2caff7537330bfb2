import { ruleExpressions, walk, type CompiledPolicy, type Expr, type Json, type Rule } from "@writ/compiler/ir";
import { containerLists } from "@writ/sdk";
import { formsOf } from "./forms.js";

/** Texts that decide somewhere in Kubernetes, or that engines are known to read differently. */
export const telling = [
  "",
  " ",
  "a",
  "app",
  "default",
  "kube-system",
  "root",
  "windows",
  "linux",
  "ALL",
  "NET_BIND_SERVICE",
  "SYS_ADMIN",
  "*",
  "get",
  "nginx",
  "nginx:latest",
  "nginx:1.27.3",
  "docker.io/library/nginx@sha256:" + "a".repeat(64),
  "registry.k8s.io/pause:3.10",
  "REGISTRY/x",
  "localhost:5000/a/b:c",
  "/var/run/docker.sock",
  "/run/containerd/containerd.sock",
  "/",
  "/etc",
  "1",
  "0",
  "500m",
  "0.5",
  "1Gi",
  "1024Mi",
  "2e3",
  "-1",
  "1.5.2",
  "Unconfined",
  "RuntimeDefault",
  "cluster-admin",
  "system:masters",
  "ClusterRole",
  "Group",
  "User",
  "ServiceAccount",
  "constructor",
  "__proto__",
  "toString",
  "é",
  "😀",
  "a\nb",
  "\u0000",
  "\u2028",
  "ſ",
  "K",
  "ﬃ",
  "x".repeat(450),
  "$(X)",
  "{{x}}",
  "`",
  '"',
  "\\",
] as const;

export const numbers = [0, 1, -1, 2, 10, 65534, 65535, 2 ** 31, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 0.5, 1.5, 1e21];

/** Constants of a policy, with texts of the forms that its expressions and globs ask for: they are where its verdict turns. */
export function constantsOf(policy: CompiledPolicy): readonly (string | number)[] {
  const found = new Set<string | number>();
  const see = (value: Json): void => {
    if (typeof value === "string") for (const text of [value, ...partsOf(value)]) found.add(text);
    else if (typeof value === "number") found.add(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(see);
  };
  see(policy.params);
  for (const node of nodesOf(policy)) {
    if (node.kind === "literal") see(node.value);
    for (const text of formsOf(node, policy.params)) found.add(text);
  }
  return [...found];
}

// A policy may compare a text that it puts together: `Service/kubernetes` is a kind and a name.
function partsOf(text: string): readonly string[] {
  return text.length < 100 && text.includes("/") ? text.split("/").filter((part) => part !== "") : [];
}

function nodesOf(policy: CompiledPolicy): readonly Expr[] {
  const nodes: Expr[] = [];
  for (const rule of policy.ir.rules) {
    for (const expr of ruleExpressions(rule)) walk(expr, (node) => void nodes.push(node));
  }
  return nodes;
}

/**
 * The constants that a field is compared with, by the names of the field that holds its record and of itself (`roleRef.name`): without
 * them a conjunction hardly ever holds. The object's own fields begin with a dot, those of the request's namespace with `()`.
 */
export function comparedWith(policy: CompiledPolicy): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, Set<Json>>();
  for (const rule of policy.ir.rules) {
    const bound = boundIn(rule);
    const note = (compared: Expr, ...constants: readonly Json[]): void => {
      for (const name of fieldsIn(compared, bound)) {
        const known = found.get(name) ?? new Set<Json>();
        found.set(name, known);
        for (const constant of constants) if (constant !== null) known.add(constant);
      }
    };
    for (const expr of ruleExpressions(rule)) {
      walk(expr, (node) => {
        noteComparison(node, policy, note);
      });
    }
  }
  return new Map([...found].map(([name, constants]) => [name, [...constants]]));
}

function noteComparison(
  node: Expr,
  { params }: CompiledPolicy,
  note: (compared: Expr, ...constants: readonly Json[]) => void,
): void {
  const valueOf = (expr: Expr): readonly Json[] => {
    if (expr.kind === "literal") return [expr.value];
    const value = expr.kind === "param" ? params[expr.name] : undefined;
    if (value === undefined) return expr.kind === "list" ? expr.elements.flatMap(valueOf) : [];
    return Array.isArray(value) ? (value as readonly Json[]) : [value];
  };
  switch (node.kind) {
    case "equal":
    case "compare":
      note(node.left, ...valueOf(node.right));
      note(node.right, ...valueOf(node.left));
      break;
    case "stringTest":
      note(
        node.text,
        ...valueOf(node.part).flatMap((part) => (typeof part === "string" ? [part, `${part}x`, `x${part}`] : [])),
      );
      break;
    case "includes":
      note(node.value, ...valueOf(node.list));
      note(node.list, ...valueOf(node.value));
      break;
    case "regexTest":
      note(node.text, ...formsOf(node, params));
      break;
    case "call":
      for (const arg of node.args) note(arg, ...formsOf(node, params));
      break;
    default:
      break;
  }
}

/** What the variables of a rule stand for. */
function boundIn(rule: Rule): ReadonlyMap<string, Expr> {
  const bound = new Map<string, Expr>();
  for (const step of rule.steps) {
    if (step.kind === "let") bound.set(step.name, step.value);
    else if (step.kind === "each") bound.set(step.item, step.list);
  }
  for (const expr of ruleExpressions(rule)) {
    walk(expr, (node) => {
      if (node.kind === "let") bound.set(node.name, node.value);
      else if (node.kind === "quantified" || node.kind === "filter" || node.kind === "map" || node.kind === "find")
        bound.set(node.item, node.list);
    });
  }
  return bound;
}

/** The fields whose value an expression may give, each with its holder: of a list, the field that holds it. */
function fieldsIn(expr: Expr, bound: ReadonlyMap<string, Expr>): readonly string[] {
  if (expr.kind === "field") return holdersOf(expr.of, bound).map((holder) => fieldKey(holder, expr.name));
  return partsThatGive(expr, bound).flatMap((part) => fieldsIn(part, bound));
}

/** How `comparedWith` names a field. */
export function fieldKey(holder: string, name: string): string {
  return `${holder}.${name}`;
}

/** The names of the fields that may hold the record that an expression gives. */
function holdersOf(expr: Expr, bound: ReadonlyMap<string, Expr>): readonly string[] {
  switch (expr.kind) {
    case "field":
      return [expr.name];
    case "root":
      return expr.root === "namespace"
        ? [requestNamespace]
        : expr.root.toLowerCase().endsWith("pod")
          ? podHolders
          : [""];
    case "containers":
      return containerLists;
    default:
      return partsThatGive(expr, bound).flatMap((part) => holdersOf(part, bound));
  }
}

const requestNamespace = "()";

// A Pod is the object itself, or the template of a workload.
const podHolders = ["", "template"];

/** The expressions whose value, or an element of it, an expression may give. */
function partsThatGive(expr: Expr, bound: ReadonlyMap<string, Expr>): readonly Expr[] {
  switch (expr.kind) {
    case "variable": {
      const value = bound.get(expr.name);
      return value === undefined ? [] : [value];
    }
    case "coalesce":
      return [expr.left, expr.right];
    case "conditional":
      return [expr.then, expr.otherwise];
    case "filter":
    case "find":
      return [expr.list];
    case "element":
    case "entry":
      return [expr.of];
    case "let":
      return [expr.body];
    case "template":
      return expr.parts;
    default:
      return [];
  }
}
