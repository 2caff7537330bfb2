import { readdirSync, readFileSync } from "node:fs";
import {
  cidrContains,
  compareKubernetesVersions,
  compareSemver,
  isCidr,
  isIp,
  isSemver,
  resourceCovers,
  urlCovers,
} from "@writ/sdk";
import { array, assert, asyncProperty, constantFrom, tuple, type Arbitrary } from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { expectSameAnswers, openRegoEngines } from "./rego-engines.js";

const library = new URL("../rego-lib/", import.meta.url);
const names = readdirSync(library).filter((name) => name.endsWith(".rego") && !name.endsWith("_test.rego"));
const modules = Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, library), "utf8")]));

const suite = `package writ.suite

import data.writ.lib.network
import data.writ.lib.rbac
import data.writ.lib.version

semvers := [[version.compare_semver(row[0], row[1]), version.is_semver(row[0])] | some row in input]

versions := [version.compare_kubernetes(row[0], row[1]) | some row in input]

addresses := [[network.is_ip(row), network.is_cidr(row)] | some row in input]

contained := [network.contains_all(row[0], row[1]) | some row in input]

rbac_rules := [[rbac.resource_covers(row[0], row[1]), rbac.url_covers(row[0], row[1])] | some row in input]
`;

const rules = ["semvers", "versions", "addresses", "contained", "rbac_rules"];
const engines = await openRegoEngines(
  { ...modules, "suite.rego": suite },
  rules.map((rule) => `writ/suite/${rule}`),
);

afterAll(() => engines.close());

/** The functions of @writ/sdk that a rule of the suite stands for. */
const meanings: Readonly<Record<string, (row: never) => unknown>> = {
  semvers: ([a, b]: readonly [string, string]) => [compareSemver(a, b) ?? null, isSemver(a)],
  versions: ([a, b]: readonly [string, string]) => compareKubernetesVersions(a, b),
  addresses: (text: string) => [isIp(text), isCidr(text)],
  contained: ([a, b]: readonly [string, string]) => cidrContains(a, b),
  rbac_rules: ([a, b]: readonly [string, string]) => [resourceCovers(a, b), urlCovers(a, b)],
};

async function expectSame(rule: string, rows: readonly unknown[]): Promise<void> {
  await expectSameAnswers(engines, `writ/suite/${rule}`, rows, (row) => meanings[rule]?.(row as never));
}

/** Texts put together from pieces, in rows of pairs. */
async function expectSameAtRandom(rule: string, pieces: readonly string[], maxLength = 6): Promise<void> {
  const text: Arbitrary<string> = array(constantFrom(...pieces), { maxLength }).map((parts) => parts.join(""));
  const outcomes = new Set<string>();
  await assert(
    asyncProperty(array(tuple(text, text), { minLength: 200, maxLength: 200 }), async (pairs) => {
      const rows: readonly unknown[] = rule === "addresses" ? pairs.flat() : pairs;
      for (const row of rows) outcomes.add(JSON.stringify(meanings[rule]?.(row as never) ?? null));
      await expectSame(rule, rows);
    }),
    { numRuns: 15, seed: 4_711 },
  );
  expect(outcomes.size).toBeGreaterThan(2);
}

describe("the Rego of versions, addresses and roles", () => {
  it("compares random semantic versions as compareSemver does", async () => {
    const pieces = ["1.0.0", "1.0.0-", "1.0.0-a.", "0", "1", "10", "a", "B", "-", ".", "+", "v", " ", "é", "~", "!"];
    await expectSameAtRandom("semvers", pieces);
  });

  it("compares random Kubernetes versions as compareKubernetesVersions does", async () => {
    const pieces = ["1.30", "1.3", "v1.30", ".0", "1", "0", "10", ".", "v", " ", "-", "\n", "\t", "x", "\u00a0"];
    await expectSameAtRandom("versions", pieces);
  });

  it("reads random addresses as isIp and isCidr do", async () => {
    const pieces = [
      "1",
      "0",
      "10",
      "255",
      "256",
      ".",
      ".",
      ":",
      ":",
      "::",
      "ffff",
      "a",
      "G",
      "/",
      "8",
      "1.2.3.4",
      "1:2:3:",
      " ",
    ];
    await expectSameAtRandom("addresses", pieces);
  });

  it("takes every character of an address as isIp and isCidr do", async () => {
    const characters = Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code));
    const places = ["1?.2.3.4", "1.2.3.4?", "1::?", "?::1", "1::2?/8", "10.0.0.0/?", "10.0.0.0/1?", "::1.2.3.?"];
    await expectSame(
      "addresses",
      places.flatMap((place) => characters.map((character) => place.replace("?", character))),
    );
  });

  it("contains random addresses as cidrContains does", async () => {
    const pieces = [
      "10.0.0.0/8",
      "10.0.0.0",
      "/0",
      "/33",
      "::",
      "::/0",
      "1:",
      "2001:db8::",
      "/32",
      "1.2.3.4",
      "ffff:",
      "0:",
    ];
    await expectSameAtRandom("contained", pieces, 3);
  });

  it("covers random resources and paths as resourceCovers and urlCovers do", async () => {
    await expectSameAtRandom("rbac_rules", ["*", "*", "/", "/", "a", "pods", "exec", "é"]);
  });
});
