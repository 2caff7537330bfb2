import type { crdCodes } from "./diagnostics.js";

/** A custom resource definition that a code is about, and one that is right. As YAML; the tests read both. */
export interface CrdExample {
  readonly wrong: string;
  readonly right: string;
}

const definition = (
  version: string,
  { api = "v1", kind = "Widget" } = {},
): string => `apiVersion: apiextensions.k8s.io/${api}
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: ${kind}, plural: widgets }
  versions:
    - name: v1
${version
  .split("\n")
  .map((line) => `      ${line}`)
  .join("\n")}
`;

const schema = (spec: string): string => `served: true
schema:
  openAPIV3Schema:
    type: object
    properties:
      spec: ${spec}`;

const plain = definition(schema("{ type: object, properties: { size: { type: integer } } }"));
const deep = (levels: number): string =>
  `${"{ type: object, properties: { a: ".repeat(levels)}{ type: string }${" } }".repeat(levels)}`;

/** One for each code of `crdCodes`. */
export const crdExamples: Readonly<Record<keyof typeof crdCodes, CrdExample>> = {
  CRD1001: { wrong: `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\n`, right: plain },
  CRD1002: { wrong: definition(schema("{ type: object }"), { api: "v1beta1" }), right: plain },
  CRD1003: { wrong: definition(schema("{ type: object }"), { kind: "a widget" }), right: plain },
  CRD1004: { wrong: definition("served: true"), right: plain },
  CRD1005: { wrong: definition(schema(deep(120))), right: definition(schema(deep(3))) },
  CRD1006: { wrong: `${plain}---\n${plain}`, right: plain },
  CRD1007: { wrong: definition(schema("{ properties: { size: { description: how many } } }")), right: plain },
  CRD1008: { wrong: definition(schema("{ type: object }").replace("served: true", "served: false")), right: plain },
};
