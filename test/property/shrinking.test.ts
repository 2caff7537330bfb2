import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openPrograms } from "./open-programs.js";
import { programs } from "./program/arbitrary.js";
import { type Program, moduleText } from "./program/module.js";

const textOf = (program: Program): string => moduleText(program, "p0", "../../../conformance/");

/** The smallest program whose text still has something, when fast-check has found one. */
function smallestWith(part: string): Program | undefined {
  const property = fc.property(programs(), (program) => !textOf(program).includes(part));
  const { counterexample } = fc.check(property, { seed: 3, numRuns: 2_000 });
  return counterexample?.[0];
}

describe("random programs", () => {
  it("are the same for the same seed", () => {
    const made = (): readonly string[] => fc.sample(programs(), { numRuns: 20, seed: 9 }).map(textOf);
    expect(made()).toEqual(made());
    expect(new Set(made()).size).toBe(20);
  });

  it.each(["urlHost(", "switch (", ".entries()) {", ".flatMap(", "Object.hasOwn("])(
    "shrink to little more than %s",
    { timeout: 120_000 },
    async (part) => {
      const smallest = smallestWith(part);
      if (smallest === undefined) throw new Error(`no program has ${part}`);
      const text = textOf(smallest);
      expect(text).toContain(part);
      // The head of the policy and its parameters are fifteen lines.
      expect(text.split("\n").length).toBeLessThan(45);
      const { broken } = await openPrograms([smallest]);
      expect([...broken.values()]).toEqual([]);
    },
  );

  it("have every construct and every intrinsic", () => {
    const texts = fc.sample(programs(), { numRuns: 500, seed: 1 }).map(textOf);
    const missing = constructs.filter((construct) => !texts.some((text) => construct.test(text)));
    expect(missing).toEqual([]);
  });
});

const constructs: readonly RegExp[] = [
  ...[/switch \(same/, /switch \(true/, /switch \(typeof/, /case "a":\ncase/, /default: \{/, /continue;/, /return;/],
  ...[/for \(const \w+ of/, /for \(const \[\w+, \w+\] of .*\.entries\(\)/, /const \[\w+, \w+ = A\]/, /const \{ name: /],
  ...[/\.at\(-1\)/, /\.slice\(1, -1\)/, /\.flatMap\(/, /\.flat\(\)/, /\.join\(/, /\.concat\(/, /\[\.\.\./, /\.split\(/],
  ...[/Object\.keys/, /Object\.values/, /Object\.entries\(.*=>/, /Object\.hasOwn\(titles/, /\]\?\.most/, /codes\.get/],
  ...[/codes\.has/, /known\.has/, /new Set</, /Level\./, /Size\./, /typeof .* === "string"/, /isText\(/, /isThere\(/],
  ...[/ \* /, / - /, /-\(/, /limits\.some/, /PREFIX/, /oldObject\?/, /params\.names/, /namespace\?\.name/],
  ...[/"UPDATE"/, /"DELETE"/, /\.test\(/, /, i\d+\) =>/, /\? .* : undefined\)/, /deny: /, /each: /, /check\(/],
  ...["asciiLowerCase", "asciiTrim", "asciiUpperCase", "decodeBase64", "codePointLength", "codePointSlice", "glob"].map(
    call,
  ),
  ...["imageRef", "isIp", "isCidr", "cidrContains", "compareKubernetesVersions", "count", "max", "min", "sum"].map(
    call,
  ),
  ...["addQuantities", "formatQuantity", "sumQuantities", "compareQuantities", "isQuantity", "ruleCovers"].map(call),
  ...["resourceCovers", "urlCovers", "effectiveSecurityContext", "hasLabels", "matchesSelector", "isSemver"].map(call),
  ...["compareSemver", "urlHost"].map(call),
];

function call(name: string): RegExp {
  return new RegExp(`\\b${name}\\(`);
}
