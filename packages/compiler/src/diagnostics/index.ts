export { diagnostic, diagnosticCodes, explainDiagnostic } from "./diagnostic.js";
export type { Diagnostic, Fix, SourceRange } from "./diagnostic.js";
