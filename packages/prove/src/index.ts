export { comparedWith, constantsOf, fieldKey } from "./constants.js";
export { coverageOf, type Coverage, type UncoveredBranch } from "./coverage.js";
export { inputsFor, type InputPlan } from "./inputs.js";
export { requestsFor } from "./requests.js";
export { shrinkRequest } from "./shrink.js";
export type { Mutant } from "./mutants.js";
export { mutationScore, runMutants, type MutationInput, type MutationResult } from "./mutation.js";
