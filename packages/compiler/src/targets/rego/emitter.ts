import type { PolicyIr } from "../../ir/policy.js";
import type { Span } from "../../ir/nodes.js";
import {
  type Body,
  type Branch,
  type Rule,
  type Statement,
  type Term,
  array,
  call,
  expr,
  freeVariables,
  global,
  negatesUndefined,
  variable,
  withoutUnused,
} from "./ast.js";
import { withUntypedArguments } from "./untyped.js";
import { type Names, names } from "./names.js";

/** Library modules that a policy module may import: `workload` is `data.writ.lib.workload`. */
export type Library = (typeof libraries)[number];

const libraries = [
  "ascii",
  "code_points",
  "encoding",
  "glob",
  "image",
  "integers",
  "labels",
  "network",
  "quantity",
  "quantity_sum",
  "rbac",
  "request",
  "shape",
  "text",
  "url",
  "value",
  "version",
  "workload",
] as const;

/** What is known about a variable of the IR. */
export interface Bound {
  readonly term: Term;
  /** Where its value stands in the document, when that is asked for. */
  readonly path?: Path;
}

/** A path in the document: a term that gives the first segments, and the rest. */
export interface Path {
  readonly base?: Term;
  readonly segments: readonly Term[];
}

/** The state of emitting one policy module. */
export interface Emitter {
  readonly ir: PolicyIr;
  readonly names: Names;
  readonly helpers: Rule[];
  /** Helpers by what they say, so that the same condition is one rule. */
  readonly known: Map<string, string>;
  readonly imports: Set<Library>;
  /** Variables of the IR; their names are unique in a policy. */
  readonly variables: Map<string, Bound>;
}

export function newEmitter(ir: PolicyIr): Emitter {
  return {
    ir,
    names: names([...libraries, "violations", "malformed", "malformed_old", "judged", "params", "path", "msg"]),
    helpers: [],
    known: new Map(),
    imports: new Set(),
    variables: new Map(),
  };
}

/** Statements in the making; what pushes to it holds together with everything before. */
export type Building = Statement[];

/** A name of a library module, imported on use. */
export function library(emitter: Emitter, from: Library, name: string): Term {
  emitter.imports.add(from);
  return global(`${from}.${name}`);
}

/** A call of a library function, imported on use. */
export function libraryCall(emitter: Emitter, from: Library, name: string, ...args: readonly Term[]): Term {
  emitter.imports.add(from);
  return call(`${from}.${name}`, ...args);
}

/** Binds a term to a fresh variable. */
export function bindTerm(emitter: Emitter, body: Building, hint: string, value: Term): Term {
  const name = emitter.names.fresh(hint);
  body.push({ kind: "assign", target: variable(name), value });
  return variable(name);
}

/** `file.ts:12`, the source line of a span. */
export function sourceLine(emitter: Emitter, span: Span): string {
  return `${emitter.ir.files[span[0]] ?? "?"}:${String(span[1])}`;
}

/** A rule that holds when one of the bodies does; the term asks it. */
export function conditionHelper(emitter: Emitter, hint: string, given: readonly Body[], span: Span): Term {
  const pruned = given.map((body) => withoutUnused(body, []));
  const args = freeVariables(pruned, []);
  const bodies = pruned.map((body) => withUntypedArguments(body, args));
  const name = helper(emitter, hint, JSON.stringify(["condition", args, bodies]), (fresh) => ({
    kind: "condition",
    name: fresh,
    args,
    bodies,
    comment: sourceLine(emitter, span),
  }));
  return args.length === 0 ? global(name) : call(name, ...args.map(variable));
}

/** A rule whose value is that of the first branch that holds; the last branch must always hold. */
export function valueHelper(emitter: Emitter, hint: string, given: readonly Branch[], span: Span): Term {
  const all = given.map(({ value, body }): Branch => ({ value, body: withoutUnused(body, [value]) }));
  // No branch is reached after one that always holds, and Rego takes none there.
  const certain = all.findIndex(({ body }) => body.length === 0);
  const pruned = certain < 0 ? all : all.slice(0, certain + 1);
  const args = freeVariables(
    pruned.map((branch) => branch.body),
    pruned.map((branch) => branch.value),
  );
  const branches = pruned.map(({ value, body }): Branch => ({ value, body: withUntypedArguments(body, args) }));
  const name = helper(emitter, hint, JSON.stringify(["value", args, branches]), (fresh) => ({
    kind: "value",
    name: fresh,
    args,
    branches,
    comment: sourceLine(emitter, span),
  }));
  return args.length === 0 ? global(name) : call(name, ...args.map(variable));
}

function helper(emitter: Emitter, hint: string, says: string, make: (name: string) => Rule): string {
  const known = emitter.known.get(says);
  if (known !== undefined) return known;
  const name = emitter.names.rule(hint);
  emitter.known.set(says, name);
  emitter.helpers.push(make(name));
  return name;
}

/** Names a computed term of a rule's head, so that the head stays short. */
export function nameTerm(body: Building, name: "path" | "msg", term: Term): Term {
  if (term.kind === "scalar" || term.kind === "variable") return term;
  body.push({ kind: "assign", target: variable(name), value: term });
  return variable(name);
}

/** Pushes the negation of what `build` pushes. */
export function negate(
  emitter: Emitter,
  body: Building,
  hint: string,
  span: Span,
  build: (inner: Building) => void,
): void {
  const built: Building = [];
  build(built);
  const inner = withoutUnused(built, []);
  const [only] = inner;
  if (only === undefined) {
    body.push(expr({ kind: "scalar", value: false }));
  } else if (inner.length === 1 && only.kind === "expr" && negatesUndefined(only.term)) {
    body.push({ kind: "not", term: only.term });
  } else {
    body.push({ kind: "not", term: conditionHelper(emitter, hint, [inner], span) });
  }
}

/** A path as a term. */
export function pathTerm(path: Path): Term {
  if (path.base === undefined) return array(path.segments);
  return path.segments.length === 0 ? path.base : call("array.concat", path.base, array(path.segments));
}
