export { compile } from "./compile.js";
export type { CompileRequest, CompileResult, PolicyModule } from "./compile.js";
export { diagnosticCodes, explainDiagnostic } from "./diagnostics/index.js";
export type { Diagnostic, SourceRange } from "./diagnostics/index.js";
export { emitRego } from "./targets/rego/index.js";
export type { RegoBundle } from "./targets/rego/index.js";
export type { CompiledPolicy, KindRef } from "./ir/policy.js";
