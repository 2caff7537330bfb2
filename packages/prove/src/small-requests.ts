import {
  deriveShapes,
  joinedShape,
  ruleExpressions,
  shapesOfKind,
  walk,
  type CompiledPolicy,
  type Expr,
  type Json,
  type JsonObject,
  type PolicyRequest,
  type Rule,
  type Shape,
} from "@writ/compiler/ir";
import { apiVersionOf } from "@writ/sdk";
import { comparedWith, constantsOf, fieldKey, telling } from "./constants.js";
import { changed, either, lists, plain, tuples, type Sized } from "./sized.js";

/**
 * Every small request about one rule: the fields that the rule reads, each absent or at a value that can decide, and few list
 * elements. The weight of a request is its number of list elements and map entries.
 */
export function smallRequests(policy: CompiledPolicy, rule: Rule): Sized<PolicyRequest> {
  const shapes = deriveShapes(
    [rule],
    policy.kinds.map(({ kind }) => kind),
  );
  const values = deciding(policy, rule);
  const readsOld = shapes.oldObject !== undefined || shapes.oldPod !== undefined;
  const roots = new Set(ruleExpressions(rule).flatMap(rootsIn));
  const perKind = policy.kinds.map((kind): Sized<PolicyRequest> => {
    const own = shapesOfKind(shapes, kind.kind);
    const named = (object: JsonObject): JsonObject => ({ ...object, apiVersion: apiVersionOf(kind), kind: kind.kind });
    const object = changed(documents(joinedShape(shapes, kind.kind), values), named);
    const old = changed(
      documents(
        joinedShape(
          { ...(own.oldObject && { object: own.oldObject }), ...(own.oldPod && { pod: own.oldPod }) },
          kind.kind,
        ),
        values,
      ),
      named,
    );
    const namespaces = roots.has("namespace") ? values.texts.map((name) => ({ name })) : [{ name: "shop" }];
    const around = plain(kind.namespaced ? namespaces : [undefined]);
    const creations = changed(tuples<unknown>([object, around]), ([made, namespace]) =>
      request("CREATE", made, namespace),
    );
    if (!readsOld && !roots.has("operation")) return creations;
    const updates = changed(
      tuples<unknown>([object, readsOld ? old : plain([undefined]), around]),
      ([made, before, namespace]) => ({
        ...request("UPDATE", made, namespace),
        oldObject: (before ?? made) as JsonObject,
      }),
    );
    return either(creations, updates);
  });
  return perKind.reduce(either);
}

function request(operation: PolicyRequest["operation"], object: unknown, namespace: unknown): PolicyRequest {
  const inside = namespace === undefined ? {} : { namespace: namespace as { readonly name: string } };
  return { object: object as JsonObject, operation, ...inside };
}

function rootsIn(expr: Expr): readonly string[] {
  const found: string[] = [];
  walk(expr, (node) => {
    if (node.kind === "root") found.push(node.root);
  });
  return found;
}

/** The values at which the rule may turn. */
interface Deciding {
  /** As `comparedWith` names them. */
  readonly fields: ReadonlyMap<string, readonly Json[]>;
  /** For a text that no constant is compared with. */
  readonly texts: readonly string[];
  readonly integers: readonly number[];
}

function deciding(policy: CompiledPolicy, rule: Rule): Deciding {
  const alone = { ...policy, ir: { ...policy.ir, rules: [rule] } };
  const constants = constantsOf(alone);
  const texts = constants.filter((value) => typeof value === "string");
  const integers = constants.filter((value) => typeof value === "number");
  return {
    fields: comparedWith(alone),
    // A text that a function reads may turn at forms that no constant of the policy has.
    texts: isRead(rule) ? [...new Set(["a", ...telling.filter((text) => text.length < 90), ...texts])] : ["a"],
    integers: [...new Set([0, 1, ...integers.flatMap((value) => [value - 1, value, value + 1])])].filter(
      Number.isSafeInteger,
    ),
  };
}

/** Whether a function or a regular expression reads a text of the rule. */
function isRead(rule: Rule): boolean {
  const conditions = rule.steps.flatMap((step) =>
    step.kind === "assume" ? [step.condition] : step.kind === "let" ? [step.value] : [step.list],
  );
  let found = false;
  for (const condition of conditions) {
    walk(condition, (node) => {
      found ||= node.kind === "call" || node.kind === "regexTest";
    });
  }
  return found;
}

interface Place {
  readonly name: string;
  /** As `comparedWith` names the field. */
  readonly key: string;
}

function documents(shape: Shape | undefined, values: Deciding): Sized<JsonObject> {
  return shape === undefined ? plain<JsonObject>([{}]) : records(shape, "", values);
}

function records(shape: Shape, holder: string, values: Deciding): Sized<JsonObject> {
  const fields = Object.entries(shape.fields ?? {});
  const members = fields.map(([name, field]): Sized<Json | undefined> => {
    const present = valuesOf(field, { name, key: fieldKey(holder, name) }, values);
    return field.required ? present : either<Json | undefined>(plain([undefined]), present);
  });
  return changed(tuples(members), (made) =>
    Object.fromEntries(
      made.flatMap((value, index) => {
        const [name] = fields[index] ?? [];
        return value === undefined || name === undefined ? [] : [[name, value]];
      }),
    ),
  );
}

function valuesOf(shape: Shape, place: Place, values: Deciding): Sized<Json> {
  const compared = values.fields.get(place.key) ?? [];
  const element = shape.element ?? { kind: "json", required: true };
  switch (shape.kind) {
    case "bool":
      return plain<Json>([true, false]);
    case "int":
    case "number":
      return plain<Json>(values.integers);
    case "string":
      return plain<Json>(compared.length > 0 ? [...compared, "a"] : values.texts);
    case "quantity":
      return plain<Json>(["0", "1", "500m", "1Gi", ...values.texts.filter((text) => text !== "a")]);
    case "intOrString":
      return plain<Json>([...values.integers, ...values.texts]);
    case "json":
      return plain<Json>(compared.length > 0 ? [...compared, "a"] : ["a"]);
    case "list":
      return lists(valuesOf(element, place, values));
    case "map": {
      const entry = changed(
        tuples<Json>([plain<Json>(keys(values)), valuesOf(element, place, values)]),
        (pair) => pair,
      );
      return changed(lists(entry), (entries) => Object.fromEntries(entries as readonly (readonly [string, Json])[]));
    }
    case "record":
      return records(shape, place.name, values);
  }
}

function keys({ texts, fields }: Deciding): readonly string[] {
  const known = [...fields.values()].flat().filter((value) => typeof value === "string");
  return [...new Set(["a", ...texts, ...known])];
}
