import { isPolicy, type Policy } from "@writ/sdk";
import type { Violation } from "@writ/sdk/runtime";
import { styleOf } from "../report/style.js";
import { type Expected, expectationOf, unpaired } from "./expectation.js";
import { type Writing, allowedText, deniedText, noVerdictText, otherwiseText, stillDeniedText } from "./failure.js";
import { type Judged, judge } from "./judge.js";

/** What Vitest gives a matcher, as far as these use it. */
interface MatcherContext {
  readonly isNot: boolean;
  readonly testPath?: string;
  readonly utils: { readonly RECEIVED_COLOR: (text: string) => string };
}

/** What a matcher answers Vitest. */
interface Answer {
  readonly pass: boolean;
  readonly message: () => string;
}

/** `expect(policy).toDeny(resource, expectation)`. */
export function toDeny(this: MatcherContext, received: unknown, resource: unknown, expectation?: unknown): Answer {
  const expected = expectationOf(expectation);
  return answer(this, "toDeny", received, resource, (judged, writing) => {
    const pass = isMet(expected, judged.violations);
    if (pass) return { pass, message: () => stillDeniedText(judged, expected, writing) };
    const otherwise = judged.violations.length > 0;
    return {
      pass,
      message: () => (otherwise ? otherwiseText(judged, expected, writing) : allowedText(judged, expected, writing)),
    };
  });
}

/** `expect(policy).toAllow(resource)`. */
export function toAllow(
  this: MatcherContext,
  received: unknown,
  resource: unknown,
  ...rest: readonly unknown[]
): Answer {
  if (rest.length > 0)
    throw new TypeError("toAllow takes a resource and nothing else: what is allowed has no violation");
  return answer(this, "toAllow", received, resource, (judged, writing) => {
    const pass = judged.violations.length === 0;
    const message = () => (pass ? allowedText(judged, undefined, writing) : deniedText(judged, writing));
    return { pass, message };
  });
}

function isMet(expected: Expected, violations: readonly Violation[]): boolean {
  if (expected.kind === "some") {
    const fitting = violations.filter(expected.criterion.fits).length;
    return expected.times === undefined ? fitting > 0 : fitting === expected.times;
  }
  const { missing, extra } = unpaired(expected.criteria, violations);
  return missing.length === 0 && extra.length === 0;
}

function answer(
  { isNot, testPath, utils }: MatcherContext,
  matcher: string,
  received: unknown,
  resource: unknown,
  settle: (judged: Judged, writing: Writing) => Answer,
): Answer {
  if (!isPolicy(received)) throw new TypeError(`${matcher} asks a policy: expect(policy).${matcher}(resource)`);
  if (typeof resource !== "object" || resource === null) throw new TypeError(`${matcher} needs a resource`);
  const policy: Policy = received;
  const root = process.cwd();
  const verdict = judge(policy, resource, { root, testPath });
  // Vitest decides about colours; a function of its that changes nothing says that there are none.
  const writing: Writing = { root, style: styleOf(utils.RECEIVED_COLOR("x") !== "x", 100) };
  if (verdict.kind === "judged") return settle(verdict, writing);
  // Fails with `.not` as well.
  return { pass: isNot, message: () => noVerdictText(verdict, policy.id, writing) };
}
