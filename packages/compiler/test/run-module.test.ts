import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runModule, type ModuleRun, type Surroundings } from "@writ/compiler";
import { describe, expect, it } from "vitest";

/** Runs `main.ts` of a folder with these files. */
function run(files: Readonly<Record<string, string>>, surroundings: Surroundings = {}): ModuleRun {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "writ-run-")));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return runModule(join(root, "main.ts"), surroundings);
}

function valueOf(files: Readonly<Record<string, string>>): unknown {
  const done = run(files);
  return done.ok ? done.exports["value"] : done.reason;
}

describe("running a module", () => {
  it.each([
    ["a file by its .js name", "./other.js", "other.ts"],
    ["a file by its own name", "./other.ts", "other.ts"],
    ["an index", "./deep", "deep/index.ts"],
    ["a module of the newer kind", "./other.mjs", "other.mts"],
    ["JavaScript", "./other.js", "other.js"],
    ["a package", "other", "node_modules/other/index.js"],
  ])("imports %s", (_, specifier, file) => {
    const files = file.startsWith("node_modules")
      ? { "node_modules/other/package.json": `{ "name": "other" }`, [file]: "exports.value = 7;" }
      : { [file]: "export const value = 7;" };
    expect(valueOf({ "main.ts": `export { value } from ${JSON.stringify(specifier)};`, ...files })).toBe(7);
  });

  it("leaves types out, and keeps enums", () => {
    const main = `import { type Old } from "./types.js"; enum Size { small = 3 }
export const value: number = Size.small satisfies number as Old;`;
    expect(valueOf({ "main.ts": main, "types.ts": "export type Old = number;" })).toBe(3);
  });

  it("runs modules that import each other once", () => {
    const main = `import { later } from "./b.js"; export const first = 1; export const value = later();`;
    const b = `import { first } from "./main.js"; export const later = () => first + 1;`;
    expect(valueOf({ "main.ts": main, "b.ts": b })).toBe(2);
  });

  it("keeps on where a script has no word for it", () => {
    const main = `export const dir = import.meta.url; const f = async () => await 2; export const value = await 5;`;
    expect(valueOf({ "main.ts": main })).toBe(5);
  });

  it.each([
    ["process", "process.exit(1)"],
    ["fetch", `fetch("http://localhost")`],
    ["timers", "setTimeout(() => {}, 1)"],
    ["files", `(await import("node:fs")).readFileSync("x")`],
  ])("gives no %s", (_, code) => {
    expect(run({ "main.ts": `export const value = ${code};` })).toMatchObject({ ok: false });
  });

  it("says why a module cannot be run", () => {
    expect(valueOf({ "main.ts": `throw new Error("no");` })).toBe("no");
    expect(valueOf({ "main.ts": `throw "text";` })).toBe("text");
    expect(valueOf({ "main.ts": `throw undefined;` })).toBe("undefined");
    expect(valueOf({ "main.ts": `import "./gone.js";` })).toContain("`./gone.js`");
    expect(valueOf({ "main.ts": "const = ;" })).toMatch(/Unexpected token/);
    expect(valueOf({ "main.ts": "for (;;) continue;" })).toMatch(/timed out/);
  });

  it("takes texts and modules that it is given before what is on disk", () => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), "writ-run-")));
    writeFileSync(join(root, "main.ts"), "export const value = 1;");
    const main = `import { b } from "./b.js"; import c from "c"; export const value = b + c + d;`;
    const done = runModule(join(root, "main.ts"), {
      texts: new Map([
        [join(root, "main.ts"), main],
        [join(root, "b.ts"), "export const b = 10;"],
      ]),
      modules: { c: { __esModule: true, default: 100 } },
      globals: { d: 1000 },
    });
    expect(done).toMatchObject({ ok: true, exports: { value: 1110 } });
  });
});
