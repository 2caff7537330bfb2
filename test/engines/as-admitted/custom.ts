import type { JsonObject } from "../src/engine.js";

const limits = {
  type: "object",
  default: {},
  properties: {
    size: { type: "integer", default: 3 },
    mode: { type: "string", default: "fast", nullable: true },
    note: { type: "string", nullable: true },
  },
};

const spec = {
  type: "object",
  default: { name: "made" },
  properties: {
    name: { type: "string" },
    limits,
    parts: { type: "array", items: { type: "object", properties: { kind: { type: "string", default: "plain" } } } },
    free: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
    named: {
      type: "object",
      additionalProperties: { type: "object", properties: { on: { type: "boolean", default: true } } },
    },
    amount: { "x-kubernetes-int-or-string": true },
    template: { type: "object", "x-kubernetes-embedded-resource": true, "x-kubernetes-preserve-unknown-fields": true },
  },
};

/** A custom kind whose schema has each way to a default, and both a version with a status and one without. */
export const definition: JsonObject = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "gadgets.writ.example.com" },
  spec: {
    group: "writ.example.com",
    scope: "Namespaced",
    names: { plural: "gadgets", singular: "gadget", kind: "Gadget", listKind: "GadgetList" },
    versions: [
      {
        ...{ name: "v1", served: true, storage: true, subresources: { status: {} } },
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: { spec, status: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
          },
        },
      },
    ],
  },
};

function gadget(rest: JsonObject): JsonObject {
  return { apiVersion: "writ.example.com/v1", kind: "Gadget", metadata: { name: "a", labels: { a: "b" } }, ...rest };
}

/** Objects of the kind, some of which the API server does not take. */
export const gadgets: readonly JsonObject[] = [
  gadget({}),
  gadget({ spec: {} }),
  gadget({ spec: { name: "own", limits: { size: 0 } } }),
  gadget({ spec: { limits: { mode: null, note: null } } }),
  gadget({ spec: { limits: { size: null } } }),
  gadget({ spec: { limits: null } }),
  gadget({ spec: { parts: [{}, { kind: "own" }] } }),
  gadget({ spec: { parts: [] } }),
  gadget({ spec: { named: { x: {}, y: { on: false } } } }),
  gadget({ spec: { free: { anything: [1, null] } } }),
  gadget({ spec: { amount: "25%" } }),
  gadget({ spec: { template: { apiVersion: "v1", kind: "Pod", metadata: { name: "b" }, spec: { x: 1 } } } }),
  gadget({ status: { ready: true } }),
  gadget({ metadata: { name: "a", deletionTimestamp: "2024-01-01T00:00:00Z", generation: 7 } }),
  gadget({ spec: { unheard: 1 } }),
  gadget({ spec: { limits: { unheard: 1 } } }),
  gadget({ unheard: 1 }),
  gadget({ metadata: { name: "a", unheard: 1 } }),
];
