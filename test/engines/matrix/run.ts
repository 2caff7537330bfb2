/** Whether everything is asked of every engine: `npm run test:engines -- --full`. */
export const isFull = process.env["WRIT_ENGINES"] === "full";

/** Requests made for each policy, beside those that somebody wrote and each type of JSON at every place. */
export const derivedPerPolicy = isFull ? 500 : 120;

/** Of the requests made, every which one goes to the Kyverno CLI. */
export const kyvernoStride = isFull ? 10 : 100;

/** Of the policies of test/conformance, every which one goes to the Kyverno CLI. */
export const kyvernoPolicyStride = isFull ? 1 : 2;

/** ClusterPolicies that are in force together: Kyverno compiles each of them anew for every request. */
export const clusterPoliciesTogether = isFull ? Infinity : 4;
