export { diagnostic, diagnosticCodes, explainDiagnostic } from "./diagnostic.js";
export type { Diagnostic, Edit, Fix, SourceRange } from "./diagnostic.js";
