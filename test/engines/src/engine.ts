/** The engines are driven by what `writ prove` drives them with; here they are built first. */
export { engineFailure } from "@writ/prove/engines";
export type { AdmissionRequest, Engine, EngineVerdict, ErrorStage } from "@writ/prove/engines";
export type { Json, JsonObject } from "@writ/compiler/ir";
