import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { withTypeImports } from "./type-imports.js";

function imports(files: Readonly<Record<string, string>>): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), "writ-types-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return withTypeImports([join(root, "policy.ts")])
    .map((file) => relative(root, file))
    .sort();
}

describe("withTypeImports", () => {
  it("follows type-only imports and re-exports, however they are written", () => {
    const files = {
      "policy.ts": 'import type { A } from "./a.js";\nimport { type B } from "./b";\nimport "./c.mjs";\n',
      "a.ts": 'export type { D } from "./deep/d.js";\n',
      "b/index.d.ts": "export type B = string;\n",
      "c.mts": 'export type E = import("./e.js").E;\n',
      "deep/d.d.ts": 'import type { A } from "../a.js";\nexport type D = A;\n',
      "e.ts": "export type E = 1;\n",
      "unrelated.ts": "",
    };
    expect(imports(files)).toEqual(["a.ts", "b/index.d.ts", "c.mts", "deep/d.d.ts", "e.ts", "policy.ts"]);
  });
  it("leaves packages and files that do not exist alone", () => {
    expect(
      imports({ "policy.ts": 'import { policy } from "@writ/sdk";\nimport type { X } from "./gone.js";\n' }),
    ).toEqual(["policy.ts"]);
  });
});
