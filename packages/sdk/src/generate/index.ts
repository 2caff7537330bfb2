export { generateCrdModels } from "../crd/generate.js";
export type { CrdModelFile, CrdModels } from "../crd/generate.js";
export { crdCodes, crdHelps } from "../crd/diagnostics.js";
export { crdExamples } from "../crd/examples.js";
export type { CrdExample } from "../crd/examples.js";
export type { CrdDiagnostic } from "../crd/diagnostics.js";
