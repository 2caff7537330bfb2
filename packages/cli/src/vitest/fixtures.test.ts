import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { fromYaml, readFixture, yaml } from "./fixtures.js";

const two = `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
---
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Service
    metadata: { name: db, namespace: shop }
  - apiVersion: v1
    kind: Secret
    metadata: { name: web }
`;

describe("fromYaml", () => {
  it("reads as the API server does", () => {
    const pod = fromYaml("apiVersion: v1\nkind: Pod\nspec: { hostNetwork: yes, runAsUser: 010 }\n");
    expect(pod["spec"]).toEqual({ hostNetwork: true, runAsUser: 8 });
  });
  it("chooses by kind, name and namespace, in Lists too", () => {
    expect(fromYaml(two, { kind: "Secret" })["metadata"]).toEqual({ name: "web" });
    expect(fromYaml(two, { kind: "Service", name: "db" })["metadata"]).toEqual({ name: "db", namespace: "shop" });
    expect(fromYaml(two, { name: "web", namespace: "shop" })["kind"]).toBe("Service");
  });
  it.each([
    [two, {}, "the YAML holds 3 objects: Service shop/web, Service shop/db, Secret web; choose one by kind"],
    [two, { kind: "Service" }, "the YAML holds 2 objects of kind Service: Service shop/web, Service shop/db; choose"],
    [
      two,
      { kind: "Pod", name: "a" },
      "the YAML holds no object of kind Pod, name a; it holds Service shop/web, Service",
    ],
    ["", {}, "the YAML is empty"],
    ["a: 1", {}, "the YAML holds no object of Kubernetes"],
    ["kind: Pod", {}, "INPUT3001: the YAML cannot be used: an object without `apiVersion` (line 1, column 1)"],
    ["a: [", {}, "the YAML cannot be used"],
    ["apiVersion: v1\nkind: Pod\nkind: Pod", {}, "the YAML cannot be used"],
  ])("refuses what does not hold the one object: %j", (text, choice, message) => {
    expect(() => fromYaml(text, choice)).toThrow(message);
  });
});

describe("yaml", () => {
  it("leaves out the indentation of the code", () => {
    const secret = yaml`
      apiVersion: v1
      kind: Secret
      stringData:
        text: |
          a

            b
    `;
    expect(secret["stringData"]).toEqual({ text: "a\n\n  b\n" });
  });
  it("inserts values, which stay what they are", () => {
    const object = yaml`
      apiVersion: v1
      kind: ConfigMap
      data: { a: ${"yes"}, b: ${true}, c: [${"*"}, ${1.5}], d: ${{ "x: y": ["- z"] }} }
      e: ${"#"} # a comment
      f: ${"a\nb"}
    `;
    expect(object["data"]).toEqual({ a: "yes", b: true, c: ["*", 1.5], d: { "x: y": ["- z"] } });
    expect([object["e"], object["f"]]).toEqual(["#", "a\nb"]);
  });
  it("inserts names, too", () => {
    expect(yaml`{ apiVersion: v1, kind: ${"Pod"}, ${"a: b"}: { ${1}: 2 } }`).toEqual({
      apiVersion: "v1",
      kind: "Pod",
      "a: b": { "1": 2 },
    });
  });
  it.each([
    [() => yaml`{ apiVersion: v1, kind: Pod, image: web:${"1"} }`],
    [() => yaml`{ apiVersion: v1, kind: Pod, image: web ${"1"} }`],
    [() => yaml`{ apiVersion: v1, kind: Pod, image: ${"web"}:1 }`],
    [() => yaml`{ apiVersion: v1, kind: Pod, image: "${"web"}" }`],
    [() => yaml`{ apiVersion: v1, kind: Pod, image: '${"web"}' }`],
    [
      () => yaml`
        apiVersion: v1
        kind: ConfigMap
        data:
          text: |
            ${"web"}
      `,
    ],
  ])("refuses a value that would not stand alone", (make) => {
    expect(make).toThrow(/in the middle of a value|cannot be used/);
  });
  it("leaves escapes to YAML", () => {
    expect(yaml`{ apiVersion: v1, kind: A, text: "a\tb\x41 \`\${x}" }`["text"]).toBe("a\tbA `${x}");
  });
});

describe("readFixture", () => {
  const folder = mkdtempSync(join(tmpdir(), "writ-fixtures-"));
  writeFileSync(join(folder, "two.yaml"), two);
  it("reads a path from a folder, an absolute path, and an address", () => {
    const address = pathToFileURL(join(folder, "two.yaml"));
    for (const file of ["two.yaml", "./two.yaml", join(folder, "two.yaml"), address, address.href]) {
      expect(readFixture(file, { kind: "Secret" }, folder)["kind"]).toBe("Secret");
    }
  });
  it("names the file in what it refuses", () => {
    expect(() => readFixture("two.yaml", {}, folder)).toThrow("two.yaml holds 3 objects");
    expect(() => readFixture("none.yaml", {}, folder)).toThrow("ENOENT");
  });
});
