import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { engineCache, newestBuild } from "./engine-cache.js";

function cacheWith(builds: Readonly<Record<string, { readonly content: string; readonly record: unknown }>>): string {
  const cache = mkdtempSync(join(tmpdir(), "writ-cache-"));
  for (const [index, [folder, { content, record }]] of Object.entries(builds).entries()) {
    mkdirSync(join(cache, folder));
    writeFileSync(join(cache, folder, folder.slice(0, -17)), content);
    writeFileSync(join(cache, folder, "build.json"), JSON.stringify(record));
    // Each was used later than the one before.
    utimesSync(join(cache, folder), 1000 + index, 1000 + index);
  }
  return cache;
}

describe("a build in the engine cache", () => {
  it("is the one that was used last, and is what its record says", () => {
    const cache = cacheWith({
      "kyverno-cli-0123456789abcdef": { content: "old", record: { version: "v1.0.0", size: 3 } },
      "kyverno-cli-1123456789abcdef": { content: "newer", record: { version: "v1.1.0", size: 5 } },
      "kyverno-cli-2123456789abcdef": { content: "cut", record: { version: "v1.2.0", size: 500 } },
      "kyverno-cli-3123456789abcdef": { content: "broken", record: "no record" },
      "kyverno-4123456789abcdef": { content: "other", record: { version: "v9.0.0", size: 5 } },
    });
    expect(newestBuild("kyverno-cli", cache)).toEqual({
      file: join(cache, "kyverno-cli-1123456789abcdef", "kyverno-cli"),
      version: "1.1.0",
    });
    expect(newestBuild("apiserver-new", cache)).toBeUndefined();
    expect(newestBuild("kyverno-cli", join(cache, "absent"))).toBeUndefined();
  });

  it("lies in the user's cache folder", () => {
    expect(engineCache({ XDG_CACHE_HOME: "/cache" })).toBe(join("/cache", "writ", "engines"));
    expect(engineCache({})).toMatch(/\.cache.writ.engines$/);
  });
});
