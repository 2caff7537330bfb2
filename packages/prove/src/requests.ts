import fc from "fast-check";
import {
  joinedShape,
  shapesOfKind,
  type CompiledPolicy,
  type Json,
  type JsonObject,
  type PolicyRequest,
  type Shape,
} from "@writ/compiler/ir";
import { apiVersionOf } from "@writ/sdk";
import { comparedWith, constantsOf, fieldKey, numbers, telling } from "./constants.js";

const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, "yes", "", 0, 1, -0.5, [], {}, [null], { a: null }, [[]], ["x"], {
    name: 1,
  }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);

/** How often something goes wrong on the way to a value, in a thousand. */
interface Mangling {
  readonly wrong: number;
  readonly missing: number;
}

/** The field that a value is for, by its name and as `comparedWith` names it; an element is for the field that holds its list. */
interface Place {
  readonly name: string;
  readonly key: string;
}

const valid: Mangling = { wrong: 0, missing: 250 };
const mangled: Mangling = { wrong: 60, missing: 250 };

/** Documents of a kind that a policy judges, valid ones and mangled ones, and the request around them. */
export function requestsFor(policy: CompiledPolicy): fc.Arbitrary<PolicyRequest> {
  const constants = constantsOf(policy);
  const texts = [...new Set([...telling, ...constants.filter((value) => typeof value === "string")])];
  const ints = [...new Set([...numbers, ...constants.filter((value) => typeof value === "number")])];
  const compared = comparedWith(policy);
  const value = (shape: Shape, mangling: Mangling, place: Place): fc.Arbitrary<Json> => {
    const right = rightValue(shape, mangling, place);
    return mangling.wrong === 0
      ? right
      : fc.oneof({ weight: 1000 - mangling.wrong, arbitrary: right }, { weight: mangling.wrong, arbitrary: junk });
  };
  const text = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        ...(constants.filter((c) => typeof c === "string").length > 0
          ? constants.filter((c) => typeof c === "string")
          : telling),
      ),
    },
    { weight: 3, arbitrary: fc.constantFrom(...texts) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }).map((s) => s.toWellFormed()) },
  );
  const int = fc.constantFrom(...ints.filter((n) => Number.isSafeInteger(n)));
  /** More often than not a constant of the right type that the field is compared with. */
  const telltale = <Of extends Json>(
    key: string,
    isRight: (constant: Json) => constant is Of,
    other: fc.Arbitrary<Of>,
  ) => {
    const known = (compared.get(key) ?? []).filter(isRight);
    if (known.length === 0) return other;
    return fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: other });
  };
  const rightValue = (shape: Shape, mangling: Mangling, place: Place): fc.Arbitrary<Json> => {
    switch (shape.kind) {
      case "bool":
        return fc.boolean();
      case "int":
        return telltale(place.key, isInteger, int);
      case "number":
        return telltale(place.key, isNumber, fc.constantFrom(...ints));
      case "string":
        return telltale(place.key, isText, text);
      case "quantity":
        return telltale(place.key, isTextOrNumber, fc.oneof(text, fc.constantFrom(...ints)));
      case "intOrString":
        return telltale(place.key, isTextOrNumber, fc.oneof(text, int));
      case "json":
        return telltale(place.key, isAny, junk);
      case "list":
        return fc.array(value(shape.element ?? anything, mangling, place), { maxLength: 3 });
      case "map":
        return fc.dictionary(fc.constantFrom(...texts), value(shape.element ?? anything, mangling, place), {
          maxKeys: 3,
        });
      case "record":
        return recordOf(shape, mangling, place.name);
    }
  };
  const recordOf = (shape: Shape, mangling: Mangling, holder: string): fc.Arbitrary<JsonObject> => {
    const fields = Object.entries(shape.fields ?? {}).map(([name, field]) => {
      const absent = field.required ? Math.min(mangling.wrong, 30) : mangling.missing;
      const present = value(field, mangling, { name, key: fieldKey(holder, name) }).map((of) => ({ member: of }));
      const maybe =
        absent === 0
          ? present
          : fc.oneof(
              { weight: 1000 - absent, arbitrary: present },
              { weight: absent, arbitrary: fc.constant(undefined) },
            );
      return [name, maybe] as const;
    });
    return fc
      .record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<{ member: Json } | undefined>>)
      .map((members) =>
        Object.fromEntries(
          Object.entries(members).flatMap(([name, found]) => (found === undefined ? [] : [[name, found.member]])),
        ),
      );
  };
  const namespaces = fc.constantFrom(...namespacesOf(compared).map((name) => ({ name })));
  const document = fc.constantFrom(...policy.kinds).chain((kind) => {
    const ofKind = shapesOfKind(policy.ir.shapes, kind.kind);
    const shape = joinedShape(policy.ir.shapes, kind.kind);
    const old = joinedShape(
      {
        ...(ofKind.oldObject === undefined ? {} : { object: ofKind.oldObject }),
        ...(ofKind.oldPod === undefined ? {} : { pod: ofKind.oldPod }),
      },
      kind.kind,
    );
    const objects = (of: Shape | undefined) =>
      fc.oneof(
        { weight: 1, arbitrary: recordOf(of ?? anything, valid, "") },
        { weight: 1, arbitrary: recordOf(of ?? anything, mangled, "") },
      );
    const named = (object: JsonObject): JsonObject => ({ ...object, apiVersion: apiVersionOf(kind), kind: kind.kind });
    const readsOld = policy.ir.shapes.oldObject !== undefined || policy.ir.shapes.oldPod !== undefined;
    return fc.record(
      {
        object: fc
          .tuple(objects(shape), fc.boolean())
          .map(([object, deleted]) => withDeletion(named(object), deleted && Object.keys(object).length % 7 === 3)),
        operation: readsOld ? fc.constantFrom("CREATE", "UPDATE", "DELETE") : fc.constantFrom("CREATE", "UPDATE"),
        ...(readsOld ? { oldObject: objects(old).map(named) } : {}),
        namespace: namespaces,
      },
      { requiredKeys: ["object", "operation"] },
    );
  });
  return document;
}

/** Two that every policy meets, and those that the policy speaks of. */
function namespacesOf(compared: ReadonlyMap<string, readonly Json[]>): readonly string[] {
  const spoken = ["metadata.namespace", "().name"].flatMap((key) => compared.get(key) ?? []).filter(isText);
  return [...new Set(["default", "shop", ...spoken.filter((name) => /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name))])];
}

const isText = (json: Json): json is string => typeof json === "string";
const isNumber = (json: Json): json is number => typeof json === "number";
const isInteger = (json: Json): json is number => Number.isSafeInteger(json);
const isTextOrNumber = (json: Json): json is string | number => isText(json) || isNumber(json);
const isAny = (_: Json): _ is Json => true;

const anything: Shape = { kind: "json", required: false };

function withDeletion(object: JsonObject, deleted: boolean): JsonObject {
  const metadata = object["metadata"];
  if (!deleted || typeof metadata !== "object" || metadata === null || Array.isArray(metadata)) return object;
  return { ...object, metadata: { ...(metadata as JsonObject), deletionTimestamp: "2026-01-01T00:00:00Z" } };
}
