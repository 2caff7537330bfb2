import { describe, expect, it } from "vitest";
import { merged } from "./overrides.js";
import { container, deployment, pod } from "./workloads.js";

describe("merged", () => {
  it("merges objects, replaces lists and scalars, removes what is undefined and keeps null", () => {
    const base = { a: { b: 1, c: [1, 2], d: 4 }, e: { f: 1 }, g: "x" };
    const over = { a: { b: 2, c: [{ x: undefined, y: 1 }], d: undefined }, e: null, h: { i: undefined } };
    expect(merged(base, over)).toStrictEqual({ a: { b: 2, c: [{ y: 1 }] }, e: null, g: "x", h: {} });
  });
  it("puts an object in the place of a scalar, and the other way round", () => {
    expect(merged({ a: 1, b: { c: 1 } }, { a: { c: 1 }, b: 2 })).toStrictEqual({ a: { c: 1 }, b: 2 });
  });
  it("takes `__proto__` for a name like any other", () => {
    const over = JSON.parse('{ "__proto__": { "a": 1 } }') as object;
    expect(Object.entries(merged({}, over) as object)).toEqual([["__proto__", { a: 1 }]]);
  });
  it("shares nothing with what it was made of", () => {
    const list = [{ a: 1 }];
    const made = merged({ base: list }, { over: list }) as { base: object[]; over: object[] };
    expect(made.over[0]).not.toBe(list[0]);
    expect(made.base[0]).not.toBe(list[0]);
  });
});

describe("factories", () => {
  it("make a fresh object each time", () => {
    expect(pod()).toStrictEqual(pod());
    expect(pod().spec).not.toBe(pod().spec);
    expect(pod().spec.containers[0]).not.toBe(deployment().spec.template.spec.containers[0]);
  });
  it("merge into the default", () => {
    const made = deployment({
      metadata: { labels: { tier: "front" } },
      spec: { replicas: 3, template: { spec: { containers: [container({ name: "web" })] } } },
    });
    expect(made.metadata).toEqual({ name: "web", namespace: "shop", labels: { tier: "front" } });
    expect(made.spec.template.spec.containers).toEqual([{ name: "web", image: "registry.example.com/app:1.0.0" }]);
    expect(made.spec.selector).toEqual({ matchLabels: { app: "web" } });
  });
});
