import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { imageRef, type ImageRef } from "./image-ref.js";

type Row = readonly [text: string, parsed: ImageRef | null];
const rows = JSON.parse(readFileSync(new URL("fixtures/image-refs.json", import.meta.url), "utf8")) as Row[];

describe("imageRef", () => {
  it("reads what github.com/distribution/reference reads", () => {
    const differing = rows.filter(([text, parsed]) => {
      // The library also takes a path whose first part merely looks like a host (`a.b_c/x`), without any registry.
      const expected = parsed === null || parsed.registry === "" ? undefined : parsed;
      return JSON.stringify(sorted(imageRef(text))) !== JSON.stringify(sorted(expected));
    });
    expect(differing).toEqual([]);
    expect(rows.filter(([, parsed]) => parsed !== null).length).toBeGreaterThan(700);
  });

  it.each([
    ["nginx", { registry: "docker.io", repository: "library/nginx", name: "docker.io/library/nginx" }],
    ["registry:5000/app:1", { registry: "registry:5000", repository: "app", name: "registry:5000/app", tag: "1" }],
    ["localhost/x", { registry: "localhost", repository: "x", name: "localhost/x" }],
    ["index.docker.io/x", { registry: "docker.io", repository: "library/x", name: "docker.io/library/x" }],
  ])("reads %s", (text, expected) => {
    expect(imageRef(text)).toEqual(expected);
  });

  it.each([undefined, null, 1, {}, [], ["nginx"], "", " nginx", "nginx\n"])("gives undefined for %j", (value) => {
    expect(imageRef(value as never)).toBeUndefined();
  });

  it("reads a hostile text in linear time", () => {
    const started = performance.now();
    expect(imageRef(`${"a".repeat(500_000)}!`)).toBeUndefined();
    expect(imageRef(`${"a-".repeat(250_000)}.io/x`)).toBeUndefined();
    expect(imageRef(`x.io/${"a_".repeat(250_000)}`)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

function sorted(reference: ImageRef | undefined): unknown {
  return reference === undefined ? null : Object.entries(reference).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
