import type { NamespaceEnforcement, ProductOptions } from "@writ/compiler";
import { defaultProductOptions } from "@writ/compiler";
import type { AdmissionVerdict } from "../src/cluster/admission.js";
import type { Cluster } from "../src/cluster/start.js";
import type { AdmissionRequest, JsonObject } from "../src/engine.js";

const namespaces: readonly NamespaceEnforcement[] = [
  {
    enforcement: "audit",
    requirements: [{ key: "kubernetes.io/metadata.name", operator: "In", values: ["quiet", "also-quiet"] }],
  },
  {
    enforcement: "deny",
    requirements: [
      { key: "env", operator: "In", values: ["prod"] },
      { key: "tier", operator: "Exists" },
    ],
  },
];

/** Warn everywhere, deny in production, except where it is to be quiet. */
export const threeActions: ProductOptions = { ...defaultProductOptions("warn"), namespaces };

const marked = { marked: "yes" };
const prod = { env: "prod", tier: "web" };

function mapIn(name: string, labels: Readonly<Record<string, string>>): AdmissionRequest {
  const object: JsonObject = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "a", namespace: name, labels: marked },
  };
  return { operation: "CREATE", object, namespace: { name, labels } };
}

function clusterRole(): AdmissionRequest {
  const object: JsonObject = {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRole",
    metadata: { name: "a", labels: marked },
    rules: [],
  };
  return { operation: "CREATE", object };
}

function namespaceObject(name: string, labels: Readonly<Record<string, string>>): AdmissionRequest {
  const object: JsonObject = {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name, labels: { ...labels, ...marked } },
  };
  return { operation: "CREATE", object };
}

/** What is done about a violation, as whoever asked sees it: an audit shows nothing. */
export type Reaction = "deny" | "warn" | "nothing";

/** Requests that all violate `unmarked`, and what `threeActions` does about each. */
export const inNamespaces: readonly (readonly [string, AdmissionRequest, Reaction])[] = [
  ["in a namespace that no selector names", mapIn("plain", {}), "warn"],
  ["in production", mapIn("shop", prod), "deny"],
  ["with half of what a selector asks for", mapIn("half", { env: "prod" }), "warn"],
  ["where two selectors hold, by the first", mapIn("quiet", prod), "nothing"],
  ["in a namespace that is left out", mapIn("kube-system", prod), "nothing"],
  ["on what no namespace holds", clusterRole(), "warn"],
];

/** The same of Namespaces, which have the labels themselves. */
export const onNamespaces: readonly (readonly [string, AdmissionRequest, Reaction])[] = [
  ["on a Namespace", namespaceObject("new-plain", {}), "warn"],
  ["on a Namespace of production", namespaceObject("new-shop", prod), "deny"],
  ["on a Namespace where two selectors hold", namespaceObject("also-quiet", prod), "nothing"],
];

/** The reaction to a request of a violating object, with the words of the policy in it. */
export function reactionTo(
  { outcome, message, warnings = [], notAdmissible }: AdmissionVerdict,
  words: string,
): string {
  if (notAdmissible) return `not admissible: ${message ?? ""}`;
  if (outcome === "deny") return message === words ? "deny" : `denied otherwise: ${message ?? ""}`;
  if (outcome === "error") return `error: ${message ?? ""}`;
  return warnings.some((warning) => warning.includes(words)) ? "warn" : "nothing";
}

/** The deletion of a map, which must be stored before; one that is kept violates `kept-maps`. */
export function deletionOf(name: string, keep: "yes" | "no"): AdmissionRequest {
  const metadata = { name, namespace: "default", labels: { keep } };
  return { operation: "DELETE", oldObject: { apiVersion: "v1", kind: "ConfigMap", metadata } };
}

/** An autoscaler in the older version, whose fields the newer one has elsewhere. */
export const oldAutoscaler: AdmissionRequest = {
  operation: "CREATE",
  object: {
    apiVersion: "autoscaling/v1",
    kind: "HorizontalPodAutoscaler",
    metadata: { name: "a", namespace: "default" },
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "a" },
      maxReplicas: 3,
      targetCPUUtilizationPercentage: 95,
    },
  },
};

/** Serves gadgets in two versions. */
export const gadgetDefinition: JsonObject = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "gadgets.example.com" },
  spec: {
    group: "example.com",
    scope: "Namespaced",
    names: { kind: "Gadget", plural: "gadgets" },
    versions: ["v2", "v1"].map((name) => ({
      name,
      served: true,
      storage: name === "v1",
      schema: {
        openAPIV3Schema: {
          type: "object",
          properties: { spec: { type: "object", properties: { shape: { type: "string" } } } },
        },
      },
    })),
  },
};

/** A gadget in one of its versions. */
export function gadget(version: "v1" | "v2", shape: string): AdmissionRequest {
  const metadata = { name: "a", namespace: "default" };
  return {
    operation: "CREATE",
    object: { apiVersion: `example.com/${version}`, kind: "Gadget", metadata, spec: { shape } },
  };
}

/** The reactions to several requests, in their order. */
export async function reactions(
  cluster: Cluster,
  situations: readonly (readonly [string, AdmissionRequest, Reaction])[],
  words: string,
): Promise<readonly (readonly [string, string])[]> {
  const found: (readonly [string, string])[] = [];
  for (const [name, request] of situations) found.push([name, reactionTo(await cluster.admit(request), words)]);
  return found;
}
