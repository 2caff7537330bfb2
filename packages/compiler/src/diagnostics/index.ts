export { diagnostic, diagnosticCodes, explainDiagnostic } from "./diagnostic.js";
export type { Diagnostic, SourceRange } from "./diagnostic.js";
