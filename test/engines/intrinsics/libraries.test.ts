import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, rows, type Arguments } from "../../../packages/compiler/test/intrinsic-rows.js";
import { and, call, literal, method, or, ternary, type Cel } from "../../../packages/compiler/src/targets/cel/ast.js";
import { openApiserverValidator, type ApiserverValidator } from "../src/apiserver-validator.js";
import { differingFrom } from "./cel-answers.js";

const orNone = (test: Cel, value: Cel): Cel => ternary(test, call("dyn", value), call("dyn", literal(null)));

/** The functions that a newer API server has in its own library, which the SDK says it agrees with. */
const libraries = {
  isIp: (text: Cel) => call("isIP", text),
  isCidr: (text: Cel) => call("isCIDR", text),
  isSemver: (text: Cel) => call("isSemver", text),
  compareSemver: (a: Cel, b: Cel) =>
    orNone(and([call("isSemver", a), call("isSemver", b)]), method(call("semver", a), "compareTo", call("semver", b))),
  cidrContains: (cidr: Cel, other: Cel) =>
    orNone(
      and([call("isCIDR", cidr), or([call("isIP", other), call("isCIDR", other)])]),
      ternary(
        call("isIP", other),
        method(call("cidr", cidr), "containsIP", call("ip", other)),
        method(call("cidr", cidr), "containsCIDR", call("cidr", other)),
      ),
    ),
} as const;

type Shared = keyof typeof libraries;

// The library stops at 2^64, the SDK at 19 digits and at 256 characters.
const isInRange = (args: Arguments): boolean =>
  args.every((arg) => typeof arg === "string" && arg.length <= 256 && !/[0-9]{20}/.test(arg));

describe("the CEL library of the API server", () => {
  let validator: ApiserverValidator;
  beforeAll(async () => {
    validator = await openApiserverValidator("new", { raw: true });
  });
  afterAll(() => validator.close());

  it.each(Object.keys(libraries) as readonly Shared[])("agrees with %s of the SDK", async (intrinsic) => {
    const table = rows[intrinsic].filter(isInRange).map((args) => ({ args, expected: answer(intrinsic, args) }));
    expect(table.length).toBeGreaterThan(1000);
    expect(await differingFrom(validator, libraries[intrinsic], table)).toEqual([]);
  });
});
