import { describe, expect, it } from "vitest";
import { printModule } from "./print.js";
import type { FieldNode, ModuleNode, TypeNode } from "./tree.js";

const text: TypeNode = { kind: "name", name: "string" };

function printed(fields: readonly FieldNode[], header: readonly string[] = []): string {
  const module: ModuleNode = { header, imports: [], interfaces: [{ name: "Thing", fields }], kinds: [] };
  return printModule(module);
}

describe("printModule", () => {
  it("quotes a name that is no identifier, and lets none out of its quotes", () => {
    const names = ["plain", "app.kubernetes.io/name", 'a": any; } //', "line\nend", "\u2028", "*/", "`${x}`", "\\"];
    const lines = printed(names.map((name) => ({ name, optional: true, type: text }))).split("\n");
    expect(lines.slice(1, -2)).toEqual([
      "  readonly plain?: string;",
      '  readonly "app.kubernetes.io/name"?: string;',
      '  readonly "a\\": any; } //"?: string;',
      '  readonly "line\\nend"?: string;',
      '  readonly "\\u2028"?: string;',
      '  readonly "*/"?: string;',
      '  readonly "`${x}`"?: string;',
      '  readonly "\\\\"?: string;',
    ]);
  });

  it("keeps the header in its comment", () => {
    expect(printed([], ["one\nimport x\u2028two"])).toBe("// one import x two\n\nexport interface Thing {}\n");
  });

  it("puts brackets around what binds weaker than an array", () => {
    const union: TypeNode = { kind: "union", members: [text, { kind: "literal", value: 1 }] };
    const type: TypeNode = { kind: "array", element: { kind: "array", element: union } };
    expect(printed([{ name: "a", optional: false, type }])).toContain(
      "readonly a: readonly (readonly (string | 1)[])[];",
    );
  });

  it("breaks a long union, one member a line", () => {
    const members = ["a", "b", "c", "d", "e", "f"].map((letter): TypeNode => ({
      kind: "literal",
      value: letter.repeat(20),
    }));
    const output = printed([
      { name: "a", optional: true, type: { kind: "array", element: { kind: "union", members } } },
    ]);
    expect(output).toContain(`  readonly a?: readonly (\n    | "${"a".repeat(20)}"\n`);
    expect(output).toContain(`    | "${"f".repeat(20)}"\n  )[];\n`);
  });
});
