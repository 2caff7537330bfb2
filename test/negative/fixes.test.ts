import type { Diagnostic } from "@writ/compiler";
import { isDeepStrictEqual } from "node:util";
import { dropTries, interpreter, shapeGuard, type CompiledPolicy, type PolicyRequest } from "@writ/compiler/ir";
import { inputsFor } from "@writ/prove";
import type { Policy } from "@writ/sdk";
import { admitted, isBeingDeleted, runPolicy } from "@writ/sdk/runtime";
import { describe, expect, it } from "vitest";
import { type Fixed, compileFixed, fileOf, fixedText, textOf } from "./fixed.js";
import { compileFixtures, root } from "./read-fixtures.js";

const { modules, result } = await compileFixtures();
const policiesOf = (name: string): Readonly<Record<string, Policy>> =>
  modules.find(({ file }) => file === `${root}${name}`)?.policies ?? {};

const fixable = result.diagnostics.filter(({ fix }) => fix !== undefined);
const byFixture = new Map(fixable.map(({ file }) => [file, fixable.filter((found) => found.file === file)] as const));

const oneByOne = fixable.map((found): Fixed => fixedBy(found.file, [found]));
// What one fix writes anew, another one cannot change as well.
const allAtOnce = [...byFixture].map(([file, all]) => fixedBy(file, all)).filter(({ by }) => !by.some(isInside));
const compiled = compileFixed(root, [...oneByOne, ...allAtOnce], policiesOf);

function fixedBy(fixture: string, by: readonly Diagnostic[]): Fixed {
  return { fixture, by, text: fixedText(textOf(root, fixture), by) };
}

function isInside(found: Diagnostic): boolean {
  return (byFixture.get(found.file) ?? []).some((other) => other !== found && contains(other, found));
}

function contains({ fix }: Diagnostic, { line, column, endLine, endColumn }: Diagnostic): boolean {
  const at = fix?.edits[0].range;
  if (at === undefined) return false;
  const place = (of: number, on: number): number => of * 1e6 + on;
  return (
    place(at.line, at.column) <= place(line, column) && place(endLine, endColumn) <= place(at.endLine, at.endColumn)
  );
}

const name = ({ code, message }: Diagnostic): string => `${code} ${message}`;
const remaining = (index: number): readonly string[] =>
  compiled.diagnostics.filter(({ file }) => file === fileOf(index)).map(name);

describe("each fix by itself", () => {
  it.each(oneByOne.map((of, index) => ({ ...of, index, title: `${of.fixture} ${of.by.map(name).join()}` })))(
    "$title",
    ({ fixture, by: [mended], index }) => {
      const others = result.diagnostics.filter((found) => found.file === fixture && found !== mended).map(name);
      const left = remaining(index);
      // Nothing new, and of equal ones one less.
      expect(left.filter((of) => !others.includes(of))).toEqual([]);
      const same = (of: readonly string[]): number =>
        of.filter((text) => mended !== undefined && text === name(mended)).length;
      expect(same(left)).toBeLessThanOrEqual(same(others));
    },
  );
});

const inherited = "JavaScript finds what every object inherits, such as `constructor`";
const neverNull = "nothing that is admitted is `null`, so the comparison says nothing";
const halves = "without the `u` flag JavaScript takes half a character for one";
const dropped = "the API server drops the field at that value, so the comparison says nothing";

/** What a fix means otherwise than the code that it replaces, and why that is what the author meant. */
const otherwise: Readonly<Record<string, string>> = {
  "adversary-regex-halves.ts": halves,
  "adversary-regex-stateful.ts": "with the flag `g`, JavaScript goes on where the last call stopped",
  "call-exec-compared.ts": halves,
  "comparison-quantity-present.ts": "JavaScript compares how two quantities are written",
  "expression-non-null.ts": "what `!` says is there makes JavaScript throw when it is not",
  "lookup-by-in.ts": inherited,
  "lookup-in-object.ts": inherited,
  "lookup-inherited.ts": inherited,
  "null-comparison-negated.ts": neverNull,
  "null-comparison.ts": neverNull,
  "printed-quantity.ts": "JavaScript prints a quantity as it is written",
  "printed-optional.ts": "JavaScript prints `undefined`, which nobody wants to read",
  "regex-dot-without-u.ts": halves,
  "zero-empty-text.ts": dropped,
  "zero-false-by-constant.ts": dropped,
  "zero-false-by-default.ts": dropped,
  "zero-false-negated.ts": dropped,
  "zero-false-on-the-left.ts": dropped,
  "zero-false.ts": dropped,
  "zero-number.ts": dropped,
};

const whole = allAtOnce.flatMap((of, index) => {
  const file = fileOf(oneByOne.length + index);
  const policies = compiled.policies.filter((policy) => policy.file === file);
  return policies.map((policy) => ({ fixture: of.fixture, policy, native: policiesOf(of.fixture)[policy.exportName] }));
});

describe("the fixed policy means what the author's own TypeScript does", () => {
  it("is tried with most fixtures", () => {
    expect(whole.length).toBeGreaterThan(60);
  });

  it.each(whole)("$fixture", ({ fixture, policy, native }) => {
    const found = differences(policy, native);
    if (otherwise[fixture] === undefined) expect(found).toEqual([]);
    else expect(found, "no longer different: take it from the list").not.toEqual([]);
  });

  it("lists only fixtures that are tried", () => {
    const tried = whole.map(({ fixture }) => fixture);
    expect(Object.keys(otherwise).filter((fixture) => !tried.includes(fixture))).toEqual([]);
  });
});

function differences(policy: CompiledPolicy, native: Policy | undefined): readonly unknown[] {
  const judge = interpreter(policy);
  const guard = shapeGuard(policy.ir.shapes);
  const plan = { seed: 7, random: 150, small: 150, derived: 100 };
  const requests = inputsFor(policy, plan, []).filter((of) => guard(of) === undefined);
  expect(requests.length).toBeGreaterThan(5);
  const found = requests.flatMap((request) => {
    const [expected, fixed] = [nativeResult(native, policy, request), judge(request)];
    return isDeepStrictEqual(expected, fixed) ? [] : [{ request, expected, fixed }];
  });
  return found.slice(0, 1);
}

/** What the fixture itself says, as it runs: it is ordinary TypeScript, whatever the compiler thinks of it. */
function nativeResult(native: Policy | undefined, policy: CompiledPolicy, request: PolicyRequest): unknown {
  if (native === undefined) return "no policy";
  const { apiVersion, kind } = request.object as { readonly apiVersion: string; readonly kind: string };
  const dropped = dropTries([policy])[`${apiVersion}/${kind}`];
  const object = admitted(request.object, dropped);
  const oldObject = request.oldObject && admitted(request.oldObject, dropped);
  if (isBeingDeleted(object) || !policy.operations.includes(request.operation)) return [];
  try {
    return runPolicy({ ...native, id: policy.id }, { ...request, object, oldObject, params: policy.params });
  } catch (error) {
    return String(error);
  }
}
