import type { Expr, Field, RootName } from "../../ir/nodes.js";
import type { Json } from "../../ir/policy.js";
import {
  type Cel,
  call,
  int,
  list,
  literal,
  macro,
  method,
  name,
  optionalIndex,
  optionalSelect,
  relation,
  select,
  sum,
  ternary,
  index,
} from "./ast.js";
import { absent, condition } from "./condition.js";
import { arithmetic, join, split, table } from "./collections.js";
import { type Emitter, freshName } from "./emitter.js";
import { callField, callValue } from "./intrinsics/call.js";
import { listOf } from "./list.js";
import { atZero, zeroOf } from "./zero.js";

/** The value of an IR expression; `null` when it is none. */
export function value(emitter: Emitter, e: Expr): Cel {
  switch (e.kind) {
    case "literal":
      return constant(e.value);
    case "list":
      return list(e.elements.map((element) => value(emitter, element)));
    case "table":
      return table(emitter, e);
    case "variable":
      return emitter.variables.get(e.name) ?? unbound(e.name);
    case "root":
      return root(emitter, e.root);
    case "param":
      return emitter.params === undefined ? paramOf(e.name) : constant(emitter.params[e.name] ?? null);
    case "containers":
      return name(e.of === "pod" ? "variables.containers" : "variables.oldContainers");
    case "filter":
    case "map":
    case "flatMap":
    case "concat":
    case "indices":
    case "keys":
      return nullable(emitter, e, listOf(emitter, e));
    case "field":
      return fieldValue(emitter, e);
    case "element":
      return at(emitter, listOf(emitter, e.of), e.index);
    case "entry":
      return at(emitter, navigable(emitter, e.of), e.key);
    case "conditional":
      return ternary(condition(emitter, e.test), value(emitter, e.then), value(emitter, e.otherwise));
    case "coalesce":
      return coalesced(emitter, e);
    case "find": {
      const item = freshName(emitter, e.item);
      emitter.variables.set(e.item, name(item));
      const matching = macro(listOf(emitter, e.list), "filter", item, condition(emitter, e.body));
      return orNull(optionalIndex(matching, int(0)));
    }
    case "join":
      return nullable(emitter, e, join(emitter, e));
    case "split":
      return nullable(emitter, e, split(emitter, e));
    case "arithmetic":
      return nullable(emitter, e, arithmetic(emitter, e));
    case "length":
      return nullable(emitter, e, call("size", listOf(emitter, e.list)));
    case "template":
      return template(emitter, e.parts);
    case "call":
      return callValue(emitter, e);
    case "let":
      return index(
        bindName(emitter, e.name, e.value, "map", () => value(emitter, e.body)),
        int(0),
      );
    case "not":
    case "and":
    case "or":
    case "equal":
    case "compare":
    case "quantified":
    case "includes":
    case "stringTest":
    case "regexTest":
    case "typeTest":
      return nullable(emitter, e, condition(emitter, e));
  }
}

/** `??`: the default of an optional read, where a null cannot stand in for an absent value; else a choice. */
function coalesced(emitter: Emitter, { left, right, ...rest }: Extract<Expr, { kind: "coalesce" }>): Cel {
  if (left.kind === "coalesce") {
    return coalesced(emitter, { ...rest, left: left.left, right: { ...rest, left: left.right, right } });
  }
  const read = value(emitter, left);
  const nulls = !emitter.host.decoded || left.kind !== "field" || left.declared.absentAs === "null";
  if (!nulls && read.kind === "method" && read.name === "orValue") return { ...read, args: [value(emitter, right)] };
  return ternary(absent(emitter, left), value(emitter, right), present(emitter, left));
}

function unbound(variable: string): never {
  throw new Error(`the variable ${variable} is not bound`);
}

/** A parameter in the object that comes with the request; that it is there and of its type is checked before. */
function paramOf(param: string): Cel {
  return select(select(name("params"), "spec"), param);
}

/** A constant as CEL writes it. */
export function constant(json: Json): Cel {
  if (typeof json === "number") return { kind: "number", value: json, double: !Number.isSafeInteger(json) };
  if (json === null || typeof json !== "object") return literal(json);
  if (Array.isArray(json)) return list((json as readonly Json[]).map(constant));
  throw new Error("a parameter is a scalar or a list of scalars");
}

/** What stands at a key or a position; null, which is neither, is no index. */
function at(emitter: Emitter, of: Cel, key: Expr): Cel {
  const position = value(emitter, key);
  if (!key.type.optional) return orNull(optionalIndex(of, position));
  const item = freshName(emitter, "at");
  const isNone = relation("==", name(item), literal(null));
  const found = ternary(isNone, literal(null), orNull(optionalIndex(of, name(item))));
  return index(macro(list([position]), "map", item, found), int(0));
}

function orNull(of: Cel): Cel {
  return method(of, "orValue", literal(null));
}

/** The computed value, or null when an operand that it needs is none. */
function nullable(emitter: Emitter, e: Expr, computed: Cel): Cel {
  if (!e.type.optional) return computed;
  return ternary(absent(emitter, e), literal(null), computed);
}

function root(emitter: Emitter, which: RootName): Cel {
  switch (which) {
    case "object":
      return emitter.subject;
    case "oldObject":
      return name("variables.oldObject");
    case "pod":
      return name("variables.pod");
    case "oldPod":
      return name("variables.oldPod");
    case "operation":
      return name("request.operation");
    case "namespace":
      return namespaceName;
  }
}

/** The namespace of a request is its name; it is absent for cluster-scoped objects, and null here. */
const namespaceName: Cel = ternary(
  relation("!=", method(optionalSelect(name("request"), "namespace"), "orValue", literal("")), literal("")),
  name("request.namespace"),
  literal(null),
);

function isNamespaceName({ of }: Field): boolean {
  return of.type.value.kind === "record" && of.type.value.model === "NamespaceContext";
}

/** A member as the object holds it: a zero-dropped field may be at zero where the host does not decode. */
export function read(emitter: Emitter, e: Field): Cel {
  const made = callField(emitter, e);
  if (made !== undefined) return made;
  if (isNamespaceName(e)) return value(emitter, e.of);
  if (!e.type.optional) return isCertain(emitter, e) ? present(emitter, e) : orZero(emitter, e);
  return method(optionalSelect(navigable(emitter, e.of), e.name), "orValue", literal(null));
}

/** Whether a member that is not none is there: a shape guard has looked, or the API server writes it whatever the document says. */
function isCertain(emitter: Emitter, e: Expr): boolean {
  if (!emitter.host.decoded || e.kind !== "field" || e.declared.type.optional) return true;
  // The host knows the kind of an object even if the object does not say it.
  const isKind = e.of.kind === "root" && (e.name === "kind" || e.name === "apiVersion");
  return (isKind || e.declared.absentAs === undefined) && isCertain(emitter, e.of);
}

/** A required member that is missing all the same, as the decoder understands that: as the zero value of its type. */
function orZero(emitter: Emitter, e: Field): Cel {
  const zero = zeroOf(e.type.value.kind);
  const way = optionalSelect(navigable(emitter, e.of), e.name);
  if (e.declared.absentAs !== "null") return method(way, "orValue", zero);
  return method(call("optional.ofNonZeroValue", method(way, "orValue", literal(null))), "orValue", zero);
}

function fieldValue(emitter: Emitter, e: Field): Cel {
  const found = read(emitter, e);
  if (!e.type.optional || emitter.host.decoded) return found;
  const item = freshName(emitter, e.name);
  const zero = atZero(emitter, e, name(item));
  if (zero === undefined) return found;
  return index(macro(list([found]), "map", item, ternary(zero, literal(null), name(item))), int(0));
}

/** A member that is known to be there, and so is all on the way to it. */
function present(emitter: Emitter, e: Expr): Cel {
  if (e.kind === "field" && isNamespaceName(e)) return value(emitter, e.of);
  if (e.kind === "field" && callField(emitter, e) === undefined) {
    return isCertain(emitter, e) ? select(present(emitter, e.of), e.name) : orZero(emitter, e);
  }
  if (e.kind === "entry") return index(present(emitter, e.of), value(emitter, e.key));
  return value(emitter, e);
}

/** An expression that `.?field` can follow: on null and on scalars that gives none, so no `orValue` comes between. */
function navigable(emitter: Emitter, e: Expr): Cel {
  if (e.kind === "field" && e.type.optional && callField(emitter, e) === undefined && !isNamespaceName(e)) {
    return optionalSelect(navigable(emitter, e.of), e.name);
  }
  if (e.kind === "entry" && e.type.optional) return optionalIndex(navigable(emitter, e.of), value(emitter, e.key));
  return value(emitter, e);
}

/** Text put together. A constant among the first two parts tells the checker the type of all; else `string()` does. */
function template(emitter: Emitter, parts: readonly Expr[]): Cel {
  const isConstant = (part: Expr): boolean => part.kind === "literal" && typeof part.value === "string";
  const typed = parts.length > 1 && parts.slice(0, 2).some(isConstant);
  return sum(
    parts.map((part) => {
      const cel = value(emitter, part);
      const isText = part.type.value.kind === "string" && !part.type.optional;
      return isConstant(part) || (typed && isText) ? cel : call("string", integral(emitter, part, cel));
    }),
  );
}

/**
 * What an expression of integers gives, as an integer of CEL: a host that has not decoded the document may hold it as a double, which
 * compares as an integer does, but neither prints nor adds like one. It is not none.
 */
export function integral({ host }: Emitter, { type, kind }: Pick<Expr, "type" | "kind">, of: Cel): Cel {
  if (host.decoded || kind === "literal" || kind === "length") return of;
  if (type.value.kind === "int") return call("int", of);
  if (type.value.kind !== "intOrString") return of;
  return ternary(relation("==", call("type", of), name("string")), of, call("int", of));
}

/** Names a value for what `body` makes; a plain name or constant needs none. */
export function bindName(emitter: Emitter, irName: string, of: Expr, which: "exists" | "map", body: () => Cel): Cel {
  const bound = value(emitter, of);
  const item = freshName(emitter, irName);
  emitter.variables.set(irName, name(item));
  return macro(list([bound]), which, item, body());
}
