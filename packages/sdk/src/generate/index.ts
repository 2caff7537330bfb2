export { generateCrdModels } from "../crd/generate.js";
export type { CrdModelFile, CrdModels } from "../crd/generate.js";
export { crdCodes } from "../crd/diagnostics.js";
export type { CrdDiagnostic } from "../crd/diagnostics.js";
