export { wasmCapabilities, wasmCapabilitiesFile } from "./capabilities.js";
export { compileRego, openRegoCompiler } from "./compile.js";
export type { RegoError, RegoRequest, RegoResult, Toolchain } from "./result.js";
export { findToolchain, opaUnavailable } from "./toolchain.js";
export type { RegoCompiler } from "./wasi.js";
