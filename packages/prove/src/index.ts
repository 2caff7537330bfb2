export { requestsFor } from "./requests.js";
export { mutantsOf, type Mutant } from "./mutants.js";
export { mutationScore, runMutants, type MutationResult } from "./mutation.js";
