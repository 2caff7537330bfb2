import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The test files that take longest, the longest first. All others take less than half a minute. */
const longest = [
  "matrix/matrix.test.ts",
  "admission/library.test.ts",
  "matrix/kyverno.test.ts",
  "matrix/corpus.test.ts",
  "products/objects.test.ts",
  "admission/conformance.test.ts",
  "cost/cost.test.ts",
  "random/programs.test.ts",
  "as-admitted/dry-run.test.ts",
];

/** Starts what takes longest first, so that no worker is left alone with it at the end. */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((one, other) => rank(one) - rank(other)));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = longest.findIndex((file) => moduleId.endsWith(`/test/engines/${file}`));
  return place === -1 ? longest.length : place;
}
