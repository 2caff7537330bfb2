import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, rows, type Tabled } from "../../../packages/compiler/test/intrinsic-rows.js";
import { openApiserverValidator, type ApiserverValidator } from "../src/apiserver-validator.js";
import { constantDiffers, differing, type Row } from "./cel-answers.js";

const intrinsics = Object.keys(rows) as readonly Tabled[];

function tableOf(intrinsic: Tabled): readonly Row[] {
  return rows[intrinsic].map((args) => ({ args, expected: answer(intrinsic, args) }));
}

/** How many rows of a table are tried as constants; each is a policy of its own. */
const constants = 12;

function spread(table: readonly Row[]): readonly Row[] {
  const scalar = table.filter(({ args }) => args.every((arg) => typeof arg === "string" || typeof arg === "number"));
  return scalar.filter((_, index) => index % Math.ceil(scalar.length / constants) === 0);
}

describe.each(["old", "new"] as const)("the CEL of an intrinsic, %s API server", (line) => {
  let validator: ApiserverValidator;
  beforeAll(async () => {
    validator = await openApiserverValidator(line, { raw: true });
  });
  afterAll(() => validator.close());

  it.each(intrinsics)("%s answers its edge cases as the SDK does", async (intrinsic) => {
    expect(await differing(validator, intrinsic, tableOf(intrinsic))).toEqual([]);
  });

  it.each(intrinsics)("%s answers constants as the SDK does", async (intrinsic) => {
    const some = spread(tableOf(intrinsic));
    const wrong = await Promise.all(some.map((row) => constantDiffers(validator, intrinsic, row)));
    expect(wrong.filter((of) => of !== undefined)).toEqual([]);
  });

  it("finds an answer that is wrong", async () => {
    const wrong: Row = { args: ["a"], expected: 2 };
    const right: Row = { args: ["a"], expected: 1 };
    expect(await differing(validator, "codePointLength", [right, wrong, right])).toEqual([wrong]);
    expect(await constantDiffers(validator, "codePointLength", wrong)).toContain('"deny"');
  });
});
