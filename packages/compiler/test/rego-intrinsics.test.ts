import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, it } from "vitest";
import { libraryFunctions } from "../src/targets/rego/intrinsics/table.js";
import type { Json } from "../src/ir/policy.js";
import { answer, rows, type Arguments, type Tabled } from "./intrinsic-rows.js";
import { expectSameAnswers, openRegoEngines } from "./rego-engines.js";

const library = new URL("../rego-lib/", import.meta.url);
const names = readdirSync(library).filter((name) => name.endsWith(".rego"));
const modules = Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, library), "utf8")]));
const intrinsics = Object.keys(rows) as readonly Tabled[];

// One module for each, so that WASM compiles every function alone.
const suites = Object.fromEntries(
  intrinsics.map((intrinsic) => {
    const [module, name] = libraryFunctions[intrinsic];
    const args = (rows[intrinsic][0] ?? []).map((_, position) => `row[${String(position)}]`).join(", ");
    const rule = `answers := [${module}.${name}(${args}) | some row in input]`;
    return [
      `suite_${intrinsic}.rego`,
      `package writ.suite.${intrinsic}\n\nimport data.writ.lib.${module}\n\n${rule}\n`,
    ];
  }),
);
const ruleOf = (intrinsic: Tabled): string => `writ/suite/${intrinsic}/answers`;
const engines = await openRegoEngines({ ...modules, ...suites }, intrinsics.map(ruleOf));

afterAll(() => engines.close());

/** What no policy passes, because its type is refused or its shape is guarded; a function must have a value for it all the same. */
const strange: readonly Json[] = [null, 1, -0.5, true, [], {}, ["a"], [null], [1.5], { a: 1 }, "", "\u0000", "é", "😀"];

/** What is never asked about none, because its parameters are not optional: it says false. */
const neverNone: readonly Tabled[] = ["glob", "hasLabels", "isCidr", "isIp", "isSemver", "resourceCovers", "urlCovers"];

describe("the Rego of an intrinsic", () => {
  it.each(intrinsics)("%s answers its edge cases as the SDK does", async (intrinsic) => {
    await expectSameAnswers(engines, ruleOf(intrinsic), rows[intrinsic], (args) => answer(intrinsic, args));
  });

  it.each(intrinsics)("%s has a value for everything, and none for none", async (intrinsic) => {
    const usual = rows[intrinsic].at(-1) ?? [];
    const odd = usual.flatMap((_, position) => strange.map((value): Arguments => usual.with(position, value)));
    await expectSameAnswers(engines, ruleOf(intrinsic), odd, (args) =>
      !neverNone.includes(intrinsic) && args.includes(null) ? null : answer(intrinsic, args),
    );
  });
});
