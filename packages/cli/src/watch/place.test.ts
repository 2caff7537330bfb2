import { dirname, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { type Place, matters, mustBeSeen, rootsOf } from "./place.js";

const at = (path: string): string => path.replaceAll("/", sep);
const file = (path: string): Place => ({ kind: "file", path: at(path) });
const folder = (path: string): Place => ({
  kind: "folder",
  path: at(path),
  accepts: (inside) => inside.endsWith(".yaml") && !inside.startsWith("left/out/"),
});

describe("places", () => {
  const places = [folder("/work/k8s"), file("/work/writ.config.ts")];

  it.each([
    ["/work/writ.config.ts", true],
    ["/work/k8s/a.yaml", true],
    ["/work/k8s/deep/er/a.yaml", true],
    // That the folder itself comes or goes.
    ["/work/k8s", true],
    ["/work/k8s/a.txt", false],
    ["/work/k8s/left/out/a.yaml", false],
    ["/work/k8s/node_modules/a/a.yaml", false],
    ["/work/k8s/.git/a.yaml", false],
    ["/work/k8s.yaml", false],
    ["/work/k8s-old/a.yaml", false],
    ["/work/a.yaml", false],
    ["/work", false],
  ])("says whether a change of %s matters: %s", (path, expected) => {
    expect(matters(at(path), places)).toBe(expected);
  });

  it.each([
    ["/", true],
    ["/work", true],
    ["/work/k8s", true],
    ["/work/k8s/deep", true],
    ["/work/k8s/node_modules", false],
    ["/work/other", false],
    ["/wor", false],
  ])("says whether the folder %s must be seen: %s", (path, expected) => {
    expect(mustBeSeen(at(path), places)).toBe(expected);
  });

  it("takes what is inside a folder that is not watched where that is named itself", () => {
    const inside = [folder("/work/node_modules/a/k8s")];
    expect(matters(at("/work/node_modules/a/k8s/a.yaml"), inside)).toBe(true);
    expect(mustBeSeen(at("/work/node_modules/a"), inside)).toBe(true);
    expect(mustBeSeen(at("/work/node_modules/b"), inside)).toBe(false);
  });

  it("finds the fewest roots, none inside another", () => {
    const others = [...places, folder("/elsewhere/a"), file("/elsewhere/b.yaml"), file("/elsewhere/c/d.yaml")];
    expect(rootsOf(others, [at("/work")], dirname)).toEqual([at("/elsewhere"), at("/work")]);
  });
});
