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
import { comparedWith, constantsOf } from "./constants.js";

/** Texts that decide somewhere in Kubernetes, or that engines are known to read differently. */
const telling = [
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

const numbers = [0, 1, -1, 2, 10, 65534, 65535, 2 ** 31, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 0.5, 1.5, 1e21];

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

const valid: Mangling = { wrong: 0, missing: 250 };
const mangled: Mangling = { wrong: 60, missing: 250 };

/** Documents of a kind that a policy judges, valid ones and mangled ones, and the request around them. */
export function requestsFor(policy: CompiledPolicy): fc.Arbitrary<PolicyRequest> {
  const constants = constantsOf(policy);
  const texts = [...new Set([...telling, ...constants.filter((value) => typeof value === "string")])];
  const ints = [...new Set([...numbers, ...constants.filter((value) => typeof value === "number")])];
  const compared = comparedWith(policy);
  const value = (shape: Shape, mangling: Mangling): fc.Arbitrary<Json> => {
    const right = rightValue(shape, mangling);
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
  const rightValue = (shape: Shape, mangling: Mangling): fc.Arbitrary<Json> => {
    switch (shape.kind) {
      case "bool":
        return fc.boolean();
      case "int":
        return int;
      case "number":
        return fc.constantFrom(...ints);
      case "string":
        return text;
      case "quantity":
        return fc.oneof(text, fc.constantFrom(...ints));
      case "intOrString":
        return fc.oneof(text, int);
      case "json":
        return junk;
      case "list":
        return fc.array(value(shape.element ?? anything, mangling), { maxLength: 3 });
      case "map":
        return fc.dictionary(fc.constantFrom(...texts), value(shape.element ?? anything, mangling), { maxKeys: 3 });
      case "record":
        return recordOf(shape, mangling);
    }
  };
  const recordOf = (shape: Shape, mangling: Mangling): fc.Arbitrary<JsonObject> => {
    const fields = Object.entries(shape.fields ?? {}).map(([name, field]) => {
      const absent = field.required ? Math.min(mangling.wrong, 30) : mangling.missing;
      const known = compared.get(name);
      const any = value(field, mangling);
      const member =
        known === undefined
          ? any
          : fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: any });
      const present = member.map((of) => ({ member: of }));
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
        { weight: 1, arbitrary: recordOf(of ?? anything, valid) },
        { weight: 1, arbitrary: recordOf(of ?? anything, mangled) },
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
        namespace: fc.constantFrom({ name: "default" }, { name: "shop" }),
      },
      { requiredKeys: ["object", "operation"] },
    );
  });
  return document;
}

const anything: Shape = { kind: "json", required: false };

function withDeletion(object: JsonObject, deleted: boolean): JsonObject {
  const metadata = object["metadata"];
  if (!deleted || typeof metadata !== "object" || metadata === null || Array.isArray(metadata)) return object;
  return { ...object, metadata: { ...(metadata as JsonObject), deletionTimestamp: "2026-01-01T00:00:00Z" } };
}
