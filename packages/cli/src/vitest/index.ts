/**
 * Matchers for Vitest. `import "@writ/sdk/vitest"`, in a test file or a setup file, adds `toDeny` and `toAllow` to `expect`; the verdict
 * is that of `writ check`.
 */
import { beforeAll, expect } from "vitest";
import type { JsonObject } from "@writ/compiler/ir";
import { definedPolicies } from "@writ/sdk/runtime";
import { compileAhead } from "./compiled.js";
import type { DenyExpectation } from "./expectation.js";
import { type Choice, folderOf, readFixture } from "./fixtures.js";
import { toAllow, toDeny } from "./matchers.js";

export * from "@writ/sdk/testing";
export type { DenyExpectation, ExpectedViolation } from "./expectation.js";
export { fromYaml, yaml } from "./fixtures.js";
export type { Choice } from "./fixtures.js";

/** What the matchers add to `expect(policy)`. */
export interface PolicyMatchers {
  /**
   * The policy denies the resource: a manifest, or a request made by `create`, `update` or `remove`. With `message` and `path` at least one
   * violation fits both; `times` says how many do; `violations` lists all there are.
   *
   * A resource that the policy does not judge fails the assertion, with `.not` as well.
   */
  toDeny: (resource: object, expected?: DenyExpectation) => void;
  /** The policy has nothing against the resource. A resource that it does not judge fails the assertion, with `.not` as well. */
  toAllow: (resource: object) => void;
}

declare module "vitest" {
  // Vitest declares it so; a declaration that merges must have the same type parameters.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars
  interface Matchers<T = any> extends PolicyMatchers {}
}

/**
 * The object that a YAML or JSON file holds, read as the API server would read it. A relative path starts at the folder of the test
 * file. Of several objects, `choice` names one.
 *
 * @throws Error when the file cannot be read, holds no object of Kubernetes, or when more than one fits.
 */
export function fromFile(file: string | URL, choice: Choice = {}): JsonObject {
  return readFixture(file, choice, folderOf(expect.getState().testPath));
}

expect.extend({ toDeny, toAllow });

// A first compilation may take longer than a test has; policies that were imported before this module are compiled when asserted.
const defined = definedPolicies();
const patience = 300_000;
beforeAll(() => compileAhead(defined, { root: process.cwd(), testPath: expect.getState().testPath }), patience);
