import { readdirSync, readFileSync } from "node:fs";
import { compareQuantities, containerLists, glob, imageRef, podPath } from "@writ/sdk";
import { cleanMessage } from "@writ/sdk/runtime";
import { array, assert, asyncProperty, constantFrom, double, nat, oneof, tuple } from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { expectSameAnswers, openRegoEngines } from "./rego-engines.js";

const library = new URL("../rego-lib/", import.meta.url);
const sdk = new URL("../../sdk/src/", import.meta.url);
const names = readdirSync(library).filter((name) => name.endsWith(".rego"));
const modules = Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, library), "utf8")]));

const suite = `package writ.suite

import data.writ.lib.glob
import data.writ.lib.image
import data.writ.lib.quantity
import data.writ.lib.text
import data.writ.lib.workload

globs := [glob.matches(row[0], row[1]) | some row in input]

images := [image.parse(row) | some row in input]

quantities := [quantity.compare(row[0], row[1]) | some row in input]

messages := [text.clean(row, "some-policy") | some row in input]

joined := [text.fit(concat("", [text.printable(part) | some part in row]), "some-policy") | some row in input]

workloads := {
	"pod": workload.pod,
	"pod_path": workload.pod_path,
	"containers": workload.containers,
	"located": [{"path": array.concat(workload.pod_path, ["spec", name, index]), "value": value} |
		some [name, index, value] in workload.located_containers
	],
}
`;

const rules = ["globs", "images", "quantities", "messages", "joined", "workloads"].map((name) => `writ/suite/${name}`);
const strange = [null, 1, -0.5, true, [], {}, ["a"], { a: 1 }, "", "\u0000"];

const engines = await openRegoEngines({ ...modules, "suite.rego": suite }, rules);

afterAll(() => engines.close());

function fixture(path: string): readonly (readonly unknown[])[] {
  return JSON.parse(readFileSync(new URL(path, sdk), "utf8")) as unknown[][];
}

async function expectSame<Row>(rule: string, rows: readonly Row[], expected: (row: Row) => unknown): Promise<void> {
  await expectSameAnswers(engines, `writ/suite/${rule}`, rows, expected);
}

describe("the Rego library", () => {
  it("is formatted, and passes its own tests", async () => {
    expect(Object.fromEntries(names.map((name) => [name, engines.formatted[name]]))).toEqual(modules);
    const tested = names.filter((name) => name.endsWith("_test.rego")).map((name) => name.replace(".rego", ""));
    expect(tested).toEqual(
      expect.arrayContaining(["glob_test", "image_test", "quantity_test", "text_test", "workload_test"]),
    );
    for (const name of tested) {
      const outcome = (await engines.topdown(`writ/lib/${name}`, {})) as Record<string, unknown>;
      const tests = Object.entries(outcome).filter(([rule]) => rule.startsWith("test_"));
      expect(tests.length).toBeGreaterThan(0);
      // A failed test is an undefined rule, which the outcome lacks.
      const declared = modules[`${name}.rego`]?.match(/^test_\w+/gm) ?? [];
      expect(tests.filter(([, value]) => value === true).map(([rule]) => rule)).toEqual([...declared].sort());
    }
  });

  it("cleans messages as cleanMessage does", async () => {
    const rows = [...fixture("runtime/fixtures/messages.json").map(([message]) => message), ...strange];
    await expectSame("messages", rows, (message) => cleanMessage(message as string, "some-policy"));
  });

  it("cleans messages part by part as cleanMessage does at once", async () => {
    const rows = fixture("runtime/fixtures/messages.json").map(([message]) => {
      const characters = Array.from(message as string);
      const third = Math.ceil(characters.length / 3);
      return [0, 1, 2].map((part) => characters.slice(part * third, (part + 1) * third).join(""));
    });
    rows.push([], [""], ["\n", "\u2029"], ["\u007f a", "\u0085"], ["a".repeat(399), " ", "b"], [" ", "a\u0000", "\t"]);
    await expectSame("joined", rows, (parts) => cleanMessage(parts.join(""), "some-policy"));
  });

  it("matches globs as glob does", async () => {
    const rows = fixture("intrinsics/fixtures/globs.json").map(([value, pattern]) => [value, pattern]);
    rows.push(
      ...strange.flatMap((value) => [
        [value, "*"],
        ["a", value],
        [value, value],
        [value, "\u0000*"],
      ]),
    );
    rows.push(["a\u0000b", "a\u0000*?b"], ["x", `x${"*".repeat(4095)}`], ["x", `x${"*".repeat(4096)}`]);
    await expectSame("globs", rows, ([value, pattern]) => glob(value as string, pattern as string));
  });

  it("matches random globs as glob does", async () => {
    const characters = ["a", "b", "/", "\n", "😀", "\\", ".", "*", "?", "E", "Q", "$", "\u0000", "\u2028", "é", "["];
    const text = array(constantFrom(...characters), { maxLength: 6 });
    const pattern = array(constantFrom(...characters, "*", "*", "?", "?", "\\"), { maxLength: 6 });
    await assert(
      asyncProperty(array(tuple(text, pattern), { minLength: 100, maxLength: 100 }), async (rows) => {
        const texts = rows.map(([value, wanted]) => [value.join(""), wanted.join("")] as const);
        await expectSame("globs", texts, ([value, wanted]) => glob(value, wanted));
      }),
      { numRuns: 20 },
    );
  });

  it("matches globs of few characters and many stars as glob does", async () => {
    const few = ["a", "a", "b", "é", "\u0000"];
    const text = array(constantFrom(...few), { maxLength: 8 });
    const pattern = array(constantFrom(...few, "*", "*", "*"), { maxLength: 8 });
    const outcomes = new Set<string>();
    await assert(
      asyncProperty(array(tuple(text, pattern), { minLength: 500, maxLength: 500 }), async (rows) => {
        const texts = rows.map(([value, wanted]) => [value.join(""), wanted.join("")] as const);
        for (const [value, wanted] of texts)
          outcomes.add(`${String(wanted.split("*").length)} ${String(glob(value, wanted))}`);
        await expectSame("globs", texts, ([value, wanted]) => glob(value, wanted));
      }),
      { numRuns: 20 },
    );
    for (const parts of [1, 2, 3, 4, 5])
      expect([...outcomes]).toEqual(expect.arrayContaining([`${String(parts)} true`, `${String(parts)} false`]));
  });

  it("parses image references as imageRef does", async () => {
    const rows = [...fixture("intrinsics/fixtures/image-refs.json").map(([image]) => image), ...strange];
    await expectSame("images", rows, (image) => imageRef(image as string));
  });

  it("parses random image references as imageRef does", async () => {
    const pieces = ["a", "ab1", "Z", ".", "_", "-", "/", ":", "@", "8", "latest", "localhost", "docker.io", "sha256"];
    const odd = [
      "index.docker.io",
      "[",
      "]",
      "::1",
      "é",
      " ",
      "\n",
      "f".repeat(64),
      `sha256:${"0".repeat(64)}`,
      "x".repeat(120),
    ];
    const image = array(oneof({ arbitrary: constantFrom(...pieces), weight: 4 }, constantFrom(...odd)), {
      maxLength: 9,
    });
    const outcomes = new Set<boolean>();
    await assert(
      asyncProperty(array(image, { minLength: 200, maxLength: 200 }), async (rows) => {
        const images = rows.map((parts) => parts.join(""));
        for (const text of images) outcomes.add(imageRef(text) !== undefined);
        await expectSame("images", images, (text) => imageRef(text));
      }),
      { numRuns: 20 },
    );
    expect(outcomes.size).toBe(2);
  });

  it("takes every character of an image reference as imageRef does", async () => {
    const characters = Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code));
    const places = ["a?b", "a.b/c?d", "a?b.c/d", "a:0?", "[a?]/b", "a.b:1?/c", "a@sha256:?".padEnd(73, "0")];
    const rows = places.flatMap((place) => characters.map((character) => place.replace("?", character)));
    await expectSame("images", rows, (image) => imageRef(image));
  });

  it("compares random quantities as compareQuantities does", async () => {
    const suffixes = [
      "",
      "n",
      "u",
      "m",
      "k",
      "M",
      "G",
      "T",
      "P",
      "E",
      "Ki",
      "Mi",
      "Gi",
      "Ti",
      "Pi",
      "Ei",
      "K",
      "e3",
      "E-3",
      " ",
    ];
    const digits = oneof(
      nat(12).map(String),
      nat().map(String),
      constantFrom(
        "0",
        "00",
        "007",
        "1000",
        "1024",
        "999999999",
        "1000000000",
        "9223372036854775807",
        "0.5",
        "1.5",
        ".1",
        "1.",
      ),
    );
    const text = tuple(constantFrom("", "", "", "", "-", "+", " "), digits, constantFrom(...suffixes)).map((parts) =>
      parts.join(""),
    );
    const quantity = oneof({ arbitrary: text, weight: 5 }, nat(5000), double({ noNaN: true, noDefaultInfinity: true }));
    await assert(
      asyncProperty(array(tuple(quantity, quantity), { minLength: 100, maxLength: 100 }), async (rows) => {
        await expectSame("quantities", rows, ([a, b]) => compareQuantities(a as string, b as string));
      }),
      { numRuns: 20 },
    );
  });

  it("compares quantities as compareQuantities does", async () => {
    const texts: unknown[] = fixture("intrinsics/fixtures/quantities.json").map(([text]) => text);
    const numbers = [0.5, 1e21, 1e-7, -1.5, 123456789012345680000, 5e-324, 1.7976931348623157e308, 1e-9, 1.5e-9];
    const outside = [`1${"0".repeat(40)}`, `0.${"0".repeat(18)}1`, "1e41", "1e-41", "1e4294967296", " ".repeat(201)];
    texts.push(...numbers, ...outside, ...strange);
    const rows = texts.flatMap((text, index) => [1, 507].map((step) => [text, texts[(index + step) % texts.length]]));
    await expectSame("quantities", rows, ([a, b]) => compareQuantities(a as string, b as string));
  });

  const spec = { containers: [{ name: "a" }, null], initContainers: [1], ephemeralContainers: [{ name: "e" }] };
  const documents: readonly unknown[] = [
    { kind: "Pod", spec },
    { kind: "Pod", spec: { containers: "x", initContainers: null, ephemeralContainers: { a: 1 } } },
    { kind: "Pod", spec: [spec] },
    { kind: "Deployment", spec: { template: { metadata: { labels: {} }, spec } } },
    { kind: "Deployment", spec: { template: null } },
    { kind: "Deployment", spec: [{ template: { spec } }] },
    { kind: "CronJob", spec: { jobTemplate: { spec: { template: { spec } } } } },
    { kind: "CronJob", spec: { template: { spec } } },
    { kind: "PodTemplate", template: { spec } },
    { kind: "PodTemplate", template: "x" },
    { kind: ["Pod"], spec: { template: { spec } } },
    { spec: { template: { spec } } },
    null,
    [],
    "Pod",
    ["spec"],
    undefined,
  ];
  it("finds the Pod of whatever it is given", async () => {
    for (const object of documents) {
      const expected = workload(object);
      expect(await engines.wasm("writ/suite/workloads", { object })).toEqual(expected);
      expect(await engines.topdown("writ/suite/workloads", { object })).toEqual(expected);
    }
  });
});

function workload(object: unknown): unknown {
  const member = (value: unknown, name: string): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)[name]
      : undefined;
  const kind = member(object, "kind");
  const path = podPath(typeof kind === "string" ? kind : "");
  const found = path.reduce(member, object);
  const pod = typeof found === "object" && found !== null && !Array.isArray(found) ? found : {};
  const located = containerLists.flatMap((name) => {
    const list = member(member(pod, "spec"), name);
    return Array.isArray(list)
      ? list.map((value: unknown, index) => ({ path: [...path, "spec", name, index], value }))
      : [];
  });
  return { pod, pod_path: path, containers: located.map(({ value }) => value), located };
}
