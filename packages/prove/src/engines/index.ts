export { meaningOf, type Answer, type Asked } from "./answer.js";
export {
  openValidator,
  type ApiserverValidator,
  type CelCost,
  type ValidatorLine,
  type ValidatorOptions,
  type ValidatorVerdict,
} from "./apiserver-validator.js";
export { celRequest, withNamespace } from "./cel-request.js";
export { compare, type Comparison, type Difference } from "./compare.js";
export { engineCache, newestBuild, recordedVersion } from "./engine-cache.js";
export { engineFailure } from "./engine.js";
export type { AdmissionRequest, Engine, EngineOptions, EngineProgram, EngineVerdict, ErrorStage } from "./engine.js";
export { engineEnvironment } from "./environment.js";
export type { EngineForm } from "./form.js";
export { gapOf, knownGaps, type KnownGap } from "./known-gaps.js";
export { openKyvernoCli } from "./kyverno-cli.js";
export { openKyvernoForms } from "./kyverno-forms.js";
export { celError } from "./kyverno-report.js";
export { openOpaForm } from "./opa-form.js";
export { runProgram } from "./run-program.js";
export { openValidatorForms } from "./validator-forms.js";
