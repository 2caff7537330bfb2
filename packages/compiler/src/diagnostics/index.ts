export { diagnostic, diagnosticCodes, explainDiagnostic } from "./diagnostic.js";
export type { Diagnostic, DiagnosticExplanation, Edit, Fix, SourceRange } from "./diagnostic.js";
export { exampleModule } from "./example.js";
export type { Example } from "./example.js";
