export { admitted } from "./admitted.js";
export type { AdmittedObject, DropTrie } from "./admitted.js";
export { cleanMessage, messageLimit } from "./message.js";
export { pathOf } from "./paths.js";
export { isBeingDeleted, isPolicyError, runPolicy } from "./run.js";
export type { NativeRequest, PolicyError } from "./run.js";
export { compareViolations, sortViolations } from "./violation.js";
export type { Path, Violation } from "./violation.js";
