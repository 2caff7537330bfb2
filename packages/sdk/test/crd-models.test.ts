import { describe, expect, it } from "vitest";
import { generateCrdModels } from "../src/generate/index.js";
import { typeErrors } from "./type-check.js";

/** Names that a schema may hold, and that mean something to TypeScript or JavaScript. */
const hostile = [
  ...["constructor", "__proto__", "toString", "prototype", "readonly", "export", "new", "get", "0", "-1", "1e3", ""],
  ...[
    '"',
    "'",
    "`",
    "\\",
    "*/",
    "//",
    "${x}",
    "};",
    "a]: any; [b",
    "\n",
    "\r",
    "\u2028",
    "\u0000",
    "\ud800",
    "ü",
    "😀",
  ],
  ...["any", "Record", "ObjectMeta", "Kind", "app.kubernetes.io/name", "$ref", "x y"],
];

function definition(kind: string, spec: unknown): unknown {
  const openAPIV3Schema = { type: "object", properties: { spec }, required: ["spec"] };
  const versions = [{ name: "v1", served: true, storage: true, schema: { openAPIV3Schema } }];
  const names = { kind, plural: `${kind.toLowerCase()}s` };
  const group = "kitchen.example.com";
  return { apiVersion: "apiextensions.k8s.io/v1", kind: "CustomResourceDefinition", spec: { group, names, versions } };
}

// Each starts a TypeScript compiler, which takes seconds on a busy machine.
describe("modules made from definitions", { timeout: 60_000 }, () => {
  it("compile, whatever the names in the schema", () => {
    const inner = Object.fromEntries(hostile.map((name) => [name, { type: "string" }]));
    Object.defineProperty(inner, "__proto__", { value: { type: "string" }, enumerable: true });
    const struct = (name: string): unknown => ({
      type: "object",
      properties: { ...inner, [`own ${name}`]: { type: "string" } },
    });
    const properties = Object.fromEntries(hostile.map((name) => [name, struct(name)]));
    const spec = { type: "object", properties, required: hostile };
    Object.assign(properties, { values: { type: "string", enum: hostile } });
    const kinds = ["Oven", "OvenSpec", "Kind", "Record", "Object", "a-b", "Promise", "Symbol", "kind", "undefined"];
    const { files, diagnostics } = generateCrdModels(kinds.map((kind) => definition(kind, spec)));
    expect(diagnostics).toEqual([]);
    expect(typeErrors({ "models.ts": files[0]?.text ?? "" })).toEqual([]);
  });

  it("type a policy as the built-in models do", () => {
    const spec = {
      type: "object",
      properties: {
        mode: { type: "string", enum: ["on", "off"] },
        racks: {
          type: "array",
          items: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
        },
      },
    };
    const { files } = generateCrdModels([definition("Oven", spec)]);
    const policy = `
import { kinds, policy } from "@writ/sdk";
import { Oven } from "./models.js";
export const racks = policy({
  id: "racks", title: "Racks have names", severity: "low",
  match: kinds(Oven),
  each: (oven) => oven.spec.racks,
  deny: (rack) => rack.name.startsWith("x"),
  message: (rack) => rack.name,
});
export const modes = policy({
  id: "modes", title: "Ovens are off", severity: "low",
  match: kinds(Oven),
  deny: (oven) => oven.spec.mode === "on",
  message: "off",
});
`;
    expect(typeErrors({ "models.ts": files[0]?.text ?? "", "policy.ts": policy })).toEqual([]);
    expect(typeErrors({ "models.ts": files[0]?.text ?? "", "policy.ts": policy.replace('"on"', '"an"') })).toEqual([
      expect.stringContaining("TS2367") as unknown,
    ]);
  });
});
