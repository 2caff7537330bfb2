/*
 * The part of Rego v1 that writ emits. Names of rules, imports and builtins are `global`; everything else that is named is a
 * variable, bound by `:=`, `some` or `every` in the body it stands in, or an argument of its function.
 */

export type Term =
  | { readonly kind: "scalar"; readonly value: null | boolean | number | string }
  | { readonly kind: "variable"; readonly name: string }
  /** `input.object`, `workload.pod`, `params`: dotted as it stands. */
  | { readonly kind: "global"; readonly name: string }
  /** A member; `defined` says that it is there whenever the body comes this far. */
  | { readonly kind: "ref"; readonly of: Term; readonly segment: Term; readonly defined?: true }
  | { readonly kind: "array"; readonly elements: readonly Term[] }
  | { readonly kind: "set"; readonly elements: readonly Term[] }
  | { readonly kind: "object"; readonly members: readonly (readonly [key: string, value: Term])[] }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Term[] }
  | { readonly kind: "infix"; readonly operator: InfixOperator; readonly left: Term; readonly right: Term }
  | { readonly kind: "comprehension"; readonly head: Term; readonly body: Body };

export type InfixOperator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "+" | "-" | "*";

export type Statement =
  | { readonly kind: "expr"; readonly term: Term }
  | { readonly kind: "not"; readonly term: Term }
  | { readonly kind: "assign"; readonly target: Term; readonly value: Term }
  | { readonly kind: "some"; readonly key?: string; readonly value: string; readonly in: Term }
  | { readonly kind: "every"; readonly value: string; readonly in: Term; readonly body: Body };

export type Body = readonly Statement[];

export type Rule =
  /** `name contains value if { … }` */
  | RuleOf<"contains", { readonly value: Term; readonly body: Body }>
  /** `name if { … }`, a body for each way to hold; with arguments a function. */
  | RuleOf<"condition", { readonly args: readonly string[]; readonly bodies: readonly Body[] }>
  /** `name := value if { … } else := …`: the first branch whose body holds. */
  | RuleOf<"value", { readonly args: readonly string[]; readonly branches: readonly Branch[] }>;

type RuleOf<Kind extends string, Rest> = {
  readonly kind: Kind;
  readonly name: string;
  readonly comment?: string;
} & Rest;

export interface Branch {
  readonly value: Term;
  readonly body: Body;
}

export interface Module {
  readonly comment: readonly string[];
  readonly package: readonly string[];
  readonly imports: readonly string[];
  readonly rules: readonly Rule[];
}

export const scalar = (value: null | boolean | number | string): Term => ({ kind: "scalar", value });
export const nullTerm: Term = scalar(null);
export const variable = (name: string): Extract<Term, { kind: "variable" }> => ({ kind: "variable", name });
export const global = (name: string): Term => ({ kind: "global", name });
export const ref = (of: Term, segment: Term | string): Term => ({
  kind: "ref",
  of,
  segment: typeof segment === "string" ? scalar(segment) : segment,
});
/** A member that is there whenever the body comes this far. */
export const definedRef = (of: Term, segment: Term | string): Term => ({
  kind: "ref",
  of,
  segment: typeof segment === "string" ? scalar(segment) : segment,
  defined: true,
});
export const array = (elements: readonly Term[]): Term => ({ kind: "array", elements });
export const call = (name: string, ...args: readonly Term[]): Term => ({ kind: "call", name, args });
export const infix = (operator: InfixOperator, left: Term, right: Term): Term => ({
  kind: "infix",
  operator,
  left,
  right,
});
export const expr = (term: Term): Statement => ({ kind: "expr", term });

/**
 * Whether `not term` succeeds when something in the term is undefined. Measured in topdown and in WASM: it does for a
 * reference and for `==` between references. An undefined argument of a call, of `in` or of `<` makes the whole `not`
 * undefined instead, which would silently allow.
 */
export function negatesUndefined(term: Term): boolean {
  if (term.kind === "infix" && term.operator === "==") return isReference(term.left) && isReference(term.right);
  return isReference(term) || isDefined(term);
}

function isReference(term: Term): boolean {
  return isDefined(term) || (term.kind === "ref" && isReference(term.of) && isDefined(term.segment));
}

/** Whether a term is defined in every body that it may stand in; what the library exports is. */
export function isDefined(term: Term): boolean {
  switch (term.kind) {
    case "scalar":
    case "variable":
    case "global":
    case "comprehension":
      return true;
    case "ref":
      return term.defined === true && isDefined(term.of) && isDefined(term.segment);
    case "array":
    case "set":
    case "object":
    case "call":
    case "infix":
      return parts(term).every(isDefined);
  }
}

/**
 * The body without bindings that nothing uses: OPA's strict mode refuses them. What is assigned here always has a value, so
 * leaving it out changes nothing; an element that is only counted on to be there is bound to `_`.
 */
export function withoutUnused(body: Body, heads: readonly Term[]): Body {
  const used = new Set<string>();
  for (const head of heads) visitTerm(head, used, new Set());
  const kept: Statement[] = [];
  for (const statement of [...body].reverse()) {
    if (statement.kind === "assign" && statement.target.kind === "variable" && !used.has(statement.target.name))
      continue;
    kept.unshift(withUsedNames(statement, used));
    visitStatement(statement, used, new Set());
  }
  return kept;
}

function withUsedNames(statement: Statement, used: ReadonlySet<string>): Statement {
  const shown = (name: string): string => (used.has(name) ? name : "_");
  if (statement.kind === "assign" && statement.target.kind === "array") {
    const elements = statement.target.elements.map((of) => (of.kind === "variable" ? variable(shown(of.name)) : of));
    return { ...statement, target: array(elements) };
  }
  if (statement.kind !== "some") return statement;
  const { key, value, ...rest } = statement;
  return key !== undefined && used.has(key) ? { ...rest, key, value: shown(value) } : { ...rest, value: shown(value) };
}

/** The variables that a body uses but does not bind, in order of first use. */
export function freeVariables(bodies: readonly Body[], heads: readonly Term[]): readonly string[] {
  const used = new Set<string>();
  const bound = new Set<string>();
  for (const body of bodies) for (const statement of body) visitStatement(statement, used, bound);
  for (const head of heads) visitTerm(head, used, bound);
  return [...used].filter((name) => !bound.has(name));
}

function visitStatement(statement: Statement, used: Set<string>, bound: Set<string>): void {
  switch (statement.kind) {
    case "expr":
    case "not":
      visitTerm(statement.term, used, bound);
      return;
    case "assign":
      visitTerm(statement.value, used, bound);
      bindTarget(statement.target, bound);
      return;
    case "some":
      visitTerm(statement.in, used, bound);
      bound.add(statement.value);
      if (statement.key !== undefined) bound.add(statement.key);
      return;
    case "every":
      visitTerm(statement.in, used, bound);
      bound.add(statement.value);
      for (const inner of statement.body) visitStatement(inner, used, bound);
      return;
  }
}

function bindTarget(target: Term, bound: Set<string>): void {
  if (target.kind === "variable") bound.add(target.name);
  if (target.kind === "array") for (const element of target.elements) bindTarget(element, bound);
}

function visitTerm(term: Term, used: Set<string>, bound: Set<string>): void {
  switch (term.kind) {
    case "scalar":
    case "global":
      return;
    case "variable":
      used.add(term.name);
      return;
    case "ref":
    case "array":
    case "set":
    case "object":
    case "call":
    case "infix":
      for (const part of parts(term)) visitTerm(part, used, bound);
      return;
    case "comprehension":
      for (const inner of term.body) visitStatement(inner, used, bound);
      visitTerm(term.head, used, bound);
      return;
  }
}

/** The names of rules, builtins and imports that some rules name, each up to its first dot. */
export function globalNames(rules: readonly Rule[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const rule of rules) {
    for (const term of termsOf(rule)) seeGlobals(term, found);
  }
  return found;
}

function termsOf(rule: Rule): readonly Term[] {
  switch (rule.kind) {
    case "contains":
      return [rule.value, ...rule.body.flatMap(termsIn)];
    case "condition":
      return rule.bodies.flatMap((body) => body.flatMap(termsIn));
    case "value":
      return rule.branches.flatMap(({ value, body }) => [value, ...body.flatMap(termsIn)]);
  }
}

function termsIn(statement: Statement): readonly Term[] {
  switch (statement.kind) {
    case "expr":
    case "not":
      return [statement.term];
    case "assign":
      return [statement.target, statement.value];
    case "some":
      return [statement.in];
    case "every":
      return [statement.in, ...statement.body.flatMap(termsIn)];
  }
}

function seeGlobals(term: Term, found: Set<string>): void {
  if (term.kind === "global" || term.kind === "call") found.add(term.name.replace(/\..*$/, ""));
  for (const inner of parts(term)) seeGlobals(inner, found);
}

/** The terms that a term is made of. */
function parts(term: Term): readonly Term[] {
  switch (term.kind) {
    case "scalar":
    case "variable":
    case "global":
      return [];
    case "ref":
      return [term.of, term.segment];
    case "array":
    case "set":
      return term.elements;
    case "object":
      return term.members.map(([, value]) => value);
    case "call":
      return term.args;
    case "infix":
      return [term.left, term.right];
    case "comprehension":
      return [term.head, ...term.body.flatMap(termsIn)];
  }
}
