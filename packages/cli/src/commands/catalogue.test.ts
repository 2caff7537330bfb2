import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { commandCatalogue } from "./catalogue.js";

const source = fileURLToPath(new URL("..", import.meta.url));

describe("commandCatalogue", () => {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.endsWith("catalogue.ts"),
  );
  const used = new Set(files.flatMap((name) => readFileSync(join(source, name), "utf8").match(/WRIT\d{4}/g) ?? []));
  it("explains every code that the command reports, and no other", () => {
    expect([...used].filter((code) => !code.startsWith("WRIT1")).sort()).toEqual(Object.keys(commandCatalogue).sort());
  });
});
