import { type Cel, parts } from "./ast.js";
import { type Extent, listOf, scalar, text, union } from "./extent.js";

/*
 * What CEL costs at most on an object of a given extent, by the rules of cel-go's and Kubernetes' own meters: a step of a path and an
 * operation are a unit each, text costs a tenth of its characters, a regular expression a tenth of the text times a quarter of the
 * pattern, a list that is made ten. Every branch that may be taken is taken, and no `&&` or `||` stops early.
 */

/** A named expression, which has its own program. */
export interface CostVariable {
  readonly name: string;
  readonly expression: Cel;
  /** Whether it stands in one other expression, which costs what it costs. */
  readonly isPart?: true;
}

/** What a name means: what the largest value of it is, by the name without `variables.`. */
export type Extents = (name: string) => Extent;

interface Estimate {
  readonly cost: number;
  readonly value: Extent;
}

interface Scope {
  readonly roots: Extents;
  readonly locals: ReadonlyMap<string, Extent>;
  /** What the parts of expressions cost, by name. */
  readonly partCosts: ReadonlyMap<string, number>;
  /** The longest text that is looked at. */
  readonly characters: number;
}

/** What one evaluation of a policy costs at most. */
export interface PolicyCost {
  /** Of all: each variable once for the validation, and once more for the message. */
  readonly total: number;
  /** Of the dearest single expression; each has a budget of its own. */
  readonly dearest: { readonly name: string; readonly units: number };
}

/** Estimates a program: variables use those before them. */
export function estimate(
  program: { readonly variables: readonly CostVariable[]; readonly validation: Cel; readonly message: Cel },
  roots: Extents,
  characters: number,
): PolicyCost {
  const known = new Map<string, Estimate>();
  const partCosts = new Map<string, number>();
  const scope: Scope = {
    roots: (name) => known.get(name)?.value ?? roots(name),
    locals: new Map(),
    partCosts,
    characters,
  };
  for (const { name, expression, isPart } of program.variables) {
    const estimated = cost(expression, scope);
    known.set(`variables.${name}`, estimated);
    if (isPart) partCosts.set(`variables.${name}`, estimated.cost);
  }
  const wholes = program.variables.filter(({ isPart }) => isPart !== true);
  const parts = [
    { name: "the validation", ...cost(program.validation, scope), uses: program.validation },
    { name: "the message", ...cost(program.message, scope), uses: program.message },
  ];
  const total = parts.reduce((sum, part) => {
    const reached = [...reachedBy(part.uses, program.variables)].filter((name) => !partCosts.has(`variables.${name}`));
    return sum + part.cost + reached.reduce((all, name) => all + (known.get(`variables.${name}`)?.cost ?? 0), 0);
  }, 0);
  const programs = [
    ...wholes.map(({ name }) => ({
      name: `variables.${name}`,
      units: known.get(`variables.${name}`)?.cost ?? 0,
    })),
    ...parts.map((part) => ({ name: part.name, units: part.cost })),
  ];
  const dearest = programs.reduce((most, one) => (one.units > most.units ? one : most));
  return { total: Math.ceil(total), dearest: { name: dearest.name, units: Math.ceil(dearest.units) } };
}

function reachedBy(cel: Cel, variables: readonly CostVariable[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (of: Cel): void => {
    for (const name of namesIn(of)) {
      const variable = variables.find((one) => name === `variables.${one.name}`);
      if (variable === undefined || reached.has(variable.name)) continue;
      reached.add(variable.name);
      visit(variable.expression);
    }
  };
  visit(cel);
  return reached;
}

function namesIn(cel: Cel): readonly string[] {
  return cel.kind === "name" ? [cel.name] : parts(cel).flatMap(namesIn);
}

const tenth = (size: number): number => Math.ceil(size / 10);
const listCost = 10;
const mapCost = 30;

function cost(cel: Cel, scope: Scope): Estimate {
  const of = (inner: Cel): Estimate => cost(inner, scope);
  switch (cel.kind) {
    case "literal":
      return { cost: 0, value: typeof cel.value === "string" ? text([...cel.value].length) : scalar };
    case "number":
      return { cost: 0, value: { ...scalar, most: cel.value } };
    case "emptyMap":
      return { cost: 0, value: { kind: "map", size: 0 } };
    case "name":
      return nameCost(cel.name, scope);
    case "select": {
      const { cost: before, value } = of(cel.of);
      return { cost: before + 1, value: value.fields?.[cel.field] ?? value.element ?? scalar };
    }
    case "index": {
      const [whole, at] = [of(cel.of), of(cel.index)];
      const member = cel.index.kind === "literal" ? whole.value.fields?.[String(cel.index.value)] : undefined;
      return { cost: whole.cost + at.cost + 1, value: member ?? whole.value.element ?? scalar };
    }
    case "not":
      return { cost: of(cel.operand).cost + 1, value: scalar };
    case "ternary": {
      const [test, then] = [of(cel.test), cost(cel.then, narrowed(cel.test, scope))];
      if (isBound(cel.test, scope)) return { cost: test.cost + then.cost, value: then.value };
      const otherwise = of(cel.otherwise);
      return {
        cost: test.cost + Math.max(then.cost, otherwise.cost),
        value: union(then.value, otherwise.value),
      };
    }
    case "relation":
      return relationCost(cel, of(cel.left), of(cel.right));
    case "map": {
      const values = cel.entries.map(([, entry]) => of(entry));
      const keys = cel.entries.map(([key]) => of(key));
      const element = values.map(({ value }) => value).reduce<Extent>(union, scalar);
      return { cost: sum(keys) + sum(values) + mapCost, value: { kind: "map", size: values.length, element } };
    }
    case "list": {
      const elements = cel.elements.map(of);
      const isConstant = cel.elements.every(({ kind }) => kind === "literal" || kind === "number");
      const [first, ...others] = elements.map(({ value }) => value);
      const element = others.reduce<Extent>(union, first ?? scalar);
      const isNaturals = cel.elements.every((one, position) => one.kind === "number" && one.value === position);
      const value = { ...listOf(elements.length, element), ...(isNaturals ? { isNaturals } : {}) };
      return { cost: sum(elements) + (isConstant ? 0 : listCost), value };
    }
    case "chain":
      return chainCost(cel, cel.operator === "&&" ? conjuncts(cel.operands, scope) : cel.operands.map(of));
    case "macro":
      return macroCost(cel, of(cel.of), scope);
    case "call":
      return callCost(cel.name, cel.args.map(of), scope);
    case "method":
      return methodCost(cel.name, of(cel.of), cel.args.map(of), scope);
  }
}

/** Each operand where those before it hold. */
function conjuncts(operands: readonly Cel[], scope: Scope): readonly Estimate[] {
  const estimates: Estimate[] = [];
  let inside = scope;
  for (const operand of operands) {
    estimates.push(cost(operand, inside));
    inside = narrowed(operand, inside);
  }
  return estimates;
}

/** What is known where a test holds: `size(name) <= 49` says how long a local value is at most. */
function narrowed(test: Cel, scope: Scope): Scope {
  if (test.kind === "chain" && test.operator === "&&") {
    return test.operands.reduce((inside, operand) => narrowed(operand, inside), scope);
  }
  const limit = limitOf(test);
  if (limit === undefined || limit.of.kind !== "call" || limit.of.name !== "size") return scope;
  const [measured] = limit.of.args;
  const known = measured?.kind === "name" ? scope.locals.get(measured.name) : undefined;
  if (measured?.kind !== "name" || known === undefined) return scope;
  const value = { ...known, size: Math.min(known.size, limit.most) };
  return { ...scope, locals: new Map([...scope.locals, [measured.name, value]]) };
}

/** Whether a test holds for every value that there can be. */
function isBound(test: Cel, scope: Scope): boolean {
  const limit = limitOf(test);
  const most = limit === undefined ? undefined : cost(limit.of, scope).value.most;
  return limit !== undefined && most !== undefined && most <= limit.most;
}

/** `of <= most` with a constant. */
function limitOf(test: Cel): { readonly of: Cel; readonly most: number } | undefined {
  if (test.kind !== "relation" || test.operator !== "<=" || test.right.kind !== "number") return undefined;
  return { of: test.left, most: test.right.value };
}

const sum = (of: readonly Estimate[]): number => of.reduce((total, one) => total + one.cost, 0);

/** A name may be a path: `variables.bad`, `object.kind`. */
function nameCost(name: string, { locals, roots, partCosts }: Scope): Estimate {
  const local = locals.get(name);
  if (local !== undefined) return { cost: 1, value: local };
  return { cost: name.split(".").length + (partCosts.get(name) ?? 0), value: roots(name) };
}

function relationCost(cel: Extract<Cel, { kind: "relation" }>, left: Estimate, right: Estimate): Estimate {
  const before = left.cost + right.cost;
  if (cel.operator === "in") {
    const isConstant = cel.right.kind === "list" && cel.right.elements.every(({ kind }) => kind === "literal");
    return { cost: before + (isConstant ? 0 : Math.max(1, right.value.size)), value: scalar };
  }
  const compared = Math.min(left.value.size, right.value.size);
  return { cost: before + Math.max(1, tenth(compared)), value: scalar };
}

function chainCost(cel: Extract<Cel, { kind: "chain" }>, operands: readonly Estimate[]): Estimate {
  const before = sum(operands);
  if (cel.operator === "&&" || cel.operator === "||") return { cost: before, value: scalar };
  const [first, ...others] = operands;
  let value = first?.value ?? scalar;
  let own = 0;
  for (const other of others) {
    const size = value.size + other.value.size;
    const isText = value.kind === "text" || other.value.kind === "text";
    own += isText ? tenth(size) : 1;
    value = { ...union(value, other.value), size: value.kind === "scalar" && !isText ? 1 : size };
  }
  return { cost: before + own, value };
}

/** What a macro does for an element beside its body; a result list grows by a list of one. */
const perElement = { exists: 5, all: 4, filter: 13, map: 12 } as const;

function macroCost(cel: Extract<Cel, { kind: "macro" }>, over: Estimate, scope: Scope): Estimate {
  const { element, size, kind } = over.value;
  const each = kind === "map" ? text(scope.characters) : (element ?? scalar);
  const bodyFor = (one: Extent): Estimate =>
    cost(cel.body, { ...scope, locals: new Map([...scope.locals, [cel.item, one]]) });
  const body = bodyFor(each);
  const own = over.cost + size * perElement[cel.macro] + 2;
  const { together } = over.value;
  // Of parts that are as long as one text together, one may be the whole and the others are hardly anything.
  const part = together === undefined || size < 2 ? undefined : bodyFor({ ...each, size: Math.min(each.size, 1) });
  const total = own + (part === undefined ? size * body.cost : body.cost + size * part.cost);
  switch (cel.macro) {
    case "exists":
    case "all":
      return { cost: total, value: scalar };
    case "filter": {
      const left = over.value.isNaturals === true ? countBelow(cel, scope) : undefined;
      const kept = { ...listOf(Math.min(size, left ?? size), each), ...(together === undefined ? {} : { together }) };
      return { cost: total, value: kept };
    }
    case "map": {
      const made = part === undefined ? undefined : body.value.size + size * part.value.size;
      const isText = body.value.kind === "text" && made !== undefined;
      return { cost: total, value: { ...listOf(size, body.value), ...(isText ? { together: made } : {}) } };
    }
  }
}

/** How many naturals a filter `item < limit` leaves at most. */
function countBelow({ item, body }: Extract<Cel, { kind: "macro" }>, scope: Scope): number | undefined {
  if (body.kind !== "relation" || body.operator !== "<") return undefined;
  if (body.left.kind !== "name" || body.left.name !== item) return undefined;
  return cost(body.right, scope).value.most;
}

function callCost(name: string, args: readonly Estimate[], scope: Scope): Estimate {
  const [first] = args;
  const value = first?.value ?? scalar;
  const before = sum(args);
  switch (name) {
    case "has":
    case "dyn":
    case "optional.of":
    case "optional.ofNonZeroValue":
      return { cost: before + 1, value };
    case "size":
      return { cost: before + 1, value: { ...scalar, most: value.size } };
    case "int":
    case "type":
      return { cost: before + 1, value: scalar };
    case "string":
      return { cost: before + 1, value: value.kind === "text" ? value : text(20) };
    default:
      // What parses a text reads it once; what is not known here is taken to read all that it is given.
      return { cost: before + 1 + tenth(weight(args, scope)), value };
  }
}

function methodCost(name: string, of: Estimate, args: readonly Estimate[], scope: Scope): Estimate {
  const before = of.cost + sum(args);
  const { value } = of;
  const argument = args[0]?.value ?? scalar;
  switch (name) {
    case "orValue":
      return { cost: before, value: union(value, argument) };
    case "hasValue":
    case "compareTo":
    case "size":
      return { cost: before + 1, value: scalar };
    case "matches":
      return { cost: before + tenth(value.size + 1) * Math.ceil(argument.size / 4), value: scalar };
    case "find":
    case "findAll": {
      const found = name === "find" ? value : listOf(value.size, value);
      return { cost: before + tenth(value.size + 1) * Math.ceil(argument.size / 4), value: found };
    }
    case "startsWith":
    case "endsWith":
      return { cost: before + tenth(argument.size), value: scalar };
    case "contains":
      return { cost: before + tenth(value.size) * tenth(argument.size), value: scalar };
    case "split":
      if (value.lines !== undefined) {
        const { count, size } = value.lines;
        return { cost: before + tenth(2 * value.size), value: listOf(count, text(size)) };
      }
      // A text splits into no more parts than it has characters, and they are as long as it together.
      return {
        cost: before + tenth(2 * value.size),
        value: { ...listOf(value.size + 1, text(value.size)), together: value.size },
      };
    case "replace": {
      const made = value.size * Math.max(1, args[1]?.value.size ?? 1);
      return { cost: before + tenth(2 * value.size), value: text(made) };
    }
    case "join": {
      const { element = scalar } = value;
      const marks = value.size * (args[0]?.value.size ?? 0);
      const made = Math.min(value.together ?? Infinity, value.size * element.size) + marks;
      const count = value.size * (element.lines?.count ?? 1);
      const lines = { count, size: element.lines?.size ?? element.size };
      return { cost: before + tenth(2 * made), value: { ...text(made), lines } };
    }
    case "substring":
    case "trim":
    case "lowerAscii":
    case "upperAscii":
      return { cost: before + tenth(value.size), value };
    default:
      return { cost: before + 1 + tenth(2 * weight([of, ...args], scope)), value: union(value, argument) };
  }
}

/** All that is in some values: of a list, the texts of its elements, too. */
function weight(of: readonly Estimate[], scope: Scope): number {
  return of.reduce((total, { value }) => {
    const each = value.kind === "list" || value.kind === "map" ? (value.element?.size ?? scope.characters) : 1;
    return total + value.size * each;
  }, 0);
}
