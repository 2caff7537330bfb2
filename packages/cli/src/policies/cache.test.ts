import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { memoryCache, noCache, openCache } from "./cache.js";
import { fingerprintOf, hashOf, isCurrent } from "./fingerprint.js";

const folder = (): string => mkdtempSync(join(tmpdir(), "writ-cache-"));

describe("openCache", () => {
  it("gives back what was written", () => {
    const root = folder();
    openCache(root, {}).write("key", { "a.json": "{}", b: Buffer.from([1, 2]) });
    expect(openCache(root, {}).read("key", "a.json")?.toString()).toBe("{}");
    expect([...(openCache(root, {}).read("key", "b") ?? [])]).toEqual([1, 2]);
    expect(openCache(root, {}).read("other", "a.json")).toBeUndefined();
  });
  it("lives in node_modules where there is one, else in .writ, which git ignores", () => {
    const bare = folder();
    openCache(bare, {}).write("key", { a: "" });
    expect(existsSync(join(bare, ".writ", "cache", "key", "a"))).toBe(true);
    expect(readFileSync(join(bare, ".writ", ".gitignore"), "utf8")).toBe("*\n");
    const installed = folder();
    mkdirSync(join(installed, "node_modules"));
    openCache(installed, {}).write("key", { a: "" });
    expect(existsSync(join(installed, "node_modules", ".cache", "writ", "key", "a"))).toBe(true);
    expect(existsSync(join(installed, ".writ"))).toBe(false);
  });
  it("falls back to the user's cache when the project cannot be written", () => {
    const root = folder();
    const home = folder();
    writeFileSync(join(root, ".writ"), "a file where the folder should be");
    openCache(root, { XDG_CACHE_HOME: home }).write("key", { a: "x" });
    expect(readFileSync(join(home, "writ", "key", "a"), "utf8")).toBe("x");
    expect(openCache(root, { XDG_CACHE_HOME: home }).read("key", "a")?.toString()).toBe("x");
  });
  it("keeps a bounded number of entries and leaves no temporary file", () => {
    const root = folder();
    const cache = openCache(root, {});
    for (let index = 0; index < 40; index++) cache.write(`key-${index}`, { a: "" });
    const entries = readdirSync(join(root, ".writ", "cache"));
    expect(entries.length).toBeLessThanOrEqual(24);
    expect(readdirSync(join(root, ".writ", "cache", entries[0] ?? ""))).toEqual(["a"]);
  });
  it("is always empty without a cache", () => {
    noCache.write("key", { a: "" });
    expect(noCache.read("key", "a")).toBeUndefined();
  });
});

describe("fingerprintOf", () => {
  it("notices a changed and a removed file", () => {
    const root = folder();
    const file = join(root, "a.ts");
    writeFileSync(file, "1");
    const fingerprint = fingerprintOf([file]);
    expect(isCurrent(fingerprint)).toBe(true);
    writeFileSync(file, "2");
    expect(isCurrent(fingerprint)).toBe(false);
    expect(isCurrent({ [join(root, "gone.ts")]: "x" })).toBe(false);
  });
  it("watches the version of an installed package, not each of its files", () => {
    const root = folder();
    const dependency = join(root, "node_modules", "dep");
    mkdirSync(join(dependency, "dist"), { recursive: true });
    writeFileSync(join(dependency, "package.json"), '{ "name": "dep", "version": "1.0.0" }');
    writeFileSync(join(dependency, "dist", "package.json"), '{ "type": "module" }');
    writeFileSync(join(dependency, "dist", "a.js"), "1");
    const fingerprint = fingerprintOf([join(dependency, "dist", "a.js")]);
    expect(Object.keys(fingerprint)).toEqual([join(dependency, "package.json")]);
  });
});

describe("memoryCache", () => {
  it("gives back what was written last, and has no other's", () => {
    const cache = memoryCache();
    cache.write("key", { "a.json": "{}", b: Buffer.from([1, 2]) });
    cache.write("key", { "a.json": "[]" });
    expect(cache.read("key", "a.json")?.toString()).toBe("[]");
    expect([...(cache.read("key", "b") ?? [])]).toEqual([1, 2]);
    expect(cache.read("other", "a.json")).toBeUndefined();
    expect(memoryCache().read("key", "b")).toBeUndefined();
  });
});

describe("hashOf", () => {
  it("is the same for a text and its bytes, and keeps parts apart", () => {
    expect(hashOf("é…")).toBe(hashOf(Buffer.from("é…")));
    expect(hashOf("ab", "c")).not.toBe(hashOf("a", "bc"));
  });
});
