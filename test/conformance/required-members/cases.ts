import type { Json, JsonObject } from "@writ/compiler/ir";
import { type Case, given } from "../case.js";

function ingress(http: Json): JsonObject {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { name: "i", namespace: "shop" },
    spec: { rules: [{ host: "a.example.com", http }] },
  };
}

const backend = { service: { name: "s", port: { number: 80 } } };
const at = (index: number): string => `spec/rules/0/http/paths/${String(index)}/pathType`;

export const cases: readonly Case[] = [
  given("exact", ingress({ paths: [{ path: "/", pathType: "Exact", backend }] }), []),
  given("prefix", ingress({ paths: [{ path: "/", pathType: "Prefix", backend }] }), [`${at(0)} not exact: Prefix`]),
  given("no rules", { apiVersion: "networking.k8s.io/v1", kind: "Ingress", metadata: { name: "i" }, spec: {} }, []),
  given(
    "specific",
    ingress({
      paths: [
        { path: "/", pathType: "Exact", backend },
        { path: "/a", pathType: "ImplementationSpecific", backend },
        { path: "/b", pathType: "Exact", backend },
      ],
    }),
    ["spec/rules 3 paths", `${at(1)} not exact: ImplementationSpecific`, `${at(1)} path type ImplementationSpecific`],
  ),
  given("no paths", ingress({}), ["spec/rules/0/http/paths spec.rules[].http.paths must be a list"]),
  given("null for paths", ingress({ paths: null }), ["spec/rules/0/http/paths spec.rules[].http.paths must be a list"]),
  given("no path type", ingress({ paths: [{ path: "/", backend }] }), [
    `${at(0)} spec.rules[].http.paths[].pathType must be a string`,
  ]),
  given("a path that is null", ingress({ paths: [null] }), [
    "spec/rules/0/http/paths/0 spec.rules[].http.paths[] must be an object",
  ]),
];
