export { collectItems, parseDocuments } from "./documents.js";
export type { ParseOptions } from "./documents.js";
export { problemExamples } from "./examples.js";
export type { InputExample } from "./examples.js";
export { problemCatalogue } from "./problems.js";
export type { ProblemCode } from "./problems.js";
export { readInputs } from "./read.js";
export type { InputOptions } from "./read.js";
export { defaultBudget } from "./types.js";
export type {
  Budget,
  InputDocument,
  InputFile,
  InputItem,
  InputProblem,
  Json,
  JsonObject,
  Location,
  PathSegment,
} from "./types.js";
