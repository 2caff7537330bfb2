export { coverageOf, type Coverage, type UncoveredBranch } from "./coverage.js";
export { derivedRequests } from "./derived/derive.js";
export { inputsFor, type InputPlan } from "./inputs.js";
export { kindOf } from "./kind.js";
export type { Mutant } from "./mutants.js";
export { mutationScore, runMutants, type MutationInput, type MutationResult } from "./mutation.js";
export { requestsFor } from "./requests.js";
export { shrinkRequest } from "./shrink.js";
