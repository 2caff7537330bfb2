import { describe, expect, it } from "vitest";
import { admitted, type DropTrie } from "./admitted.js";

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("admitted", () => {
  it("drops null members at any depth and keeps null elements", () => {
    const document = { a: null, b: { c: null, d: [null, { e: null, f: 1 }, [null]] }, g: false };
    expect(plain(admitted(document))).toEqual({ b: { d: [null, { f: 1 }, [null]] }, g: false });
  });

  it("leaves its input as it was and shares nothing with it", () => {
    const document = { a: { b: [{ c: null }] } };
    const before = JSON.stringify(document);
    const tree = admitted(document);
    expect(JSON.stringify(document)).toBe(before);
    expect(tree["a"]).not.toBe(document.a);
    expect((tree["a"] as { b: unknown }).b).not.toBe(document.a.b);
  });

  it("exposes own members only", () => {
    const tree = admitted(JSON.parse('{"labels":{"__proto__":"own","constructor":"mine"},"empty":{}}') as never);
    const labels = tree["labels"] as Record<string, unknown>;
    const empty = tree["empty"] as Record<string, unknown>;
    expect(labels["__proto__"]).toBe("own");
    expect(labels["constructor"]).toBe("mine");
    expect(["constructor", "__proto__", "toString", "hasOwnProperty"].map((name) => empty[name])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect("constructor" in empty).toBe(false);
    expect(Object.keys(labels)).toEqual(["__proto__", "constructor"]);
  });

  const dropped: DropTrie = {
    fields: {
      spec: {
        fields: {
          hostNetwork: { zero: true },
          replicas: {},
          nodeSelector: { zero: true },
          volumes: { zero: true, elements: { fields: { name: { zero: true } } } },
        },
      },
      data: { elements: { fields: { on: { zero: true } } } },
    },
  };

  it.each([false, 0, "", [], {}, { gone: null }])("drops a flagged field at its zero value: %j", (zero) => {
    expect(plain(admitted({ spec: { hostNetwork: zero, x: 1 } }, dropped))).toEqual({ spec: { x: 1 } });
  });

  it.each([true, 1, "no", [null], [{}], { a: false }, -1])("keeps a flagged field at another value: %j", (value) => {
    expect(plain(admitted({ spec: { hostNetwork: value } }, dropped))).toEqual({ spec: { hostNetwork: value } });
  });

  it("keeps zero values that are not flagged", () => {
    const document = { spec: { replicas: 0, other: false }, hostNetwork: false };
    expect(plain(admitted(document, dropped))).toEqual(document);
  });

  it("follows lists and maps", () => {
    const document = {
      spec: { volumes: [{ name: "", x: 0 }, { name: "a" }, null, 3] },
      data: { k: { on: false }, l: { on: true } },
    };
    expect(plain(admitted(document, dropped))).toEqual({
      spec: { volumes: [{ x: 0 }, { name: "a" }, null, 3] },
      data: { k: {}, l: { on: true } },
    });
  });

  it("survives a document whose shape is not the declared one", () => {
    for (const spec of [1, "x", true, [[]], [{ hostNetwork: false }]]) {
      expect(plain(admitted({ spec }, dropped))).toEqual({ spec });
    }
    expect(plain(admitted({ constructor: { zero: false }, spec: {} }, dropped))).toEqual({
      constructor: { zero: false },
      spec: {},
    });
  });
});
