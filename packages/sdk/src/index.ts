export { policy, isPolicy, severities } from "./policy.js";
export type {
  Policy,
  PolicyForm,
  PolicyMetadata,
  Severity,
  Condition,
  EachDefinition,
  SubjectDefinition,
  CheckDefinition,
} from "./policy.js";
export { kinds, workloads, workloadKinds } from "./match.js";
export type { Match } from "./match.js";
export { kind, apiVersionOf } from "./kind.js";
export type { Kind } from "./kind.js";
export { string, integer, boolean, quantity, list } from "./params.js";
export type { ParamSchema, ParamSchemas, ParamShape, ParamValues } from "./params.js";
export type { Context, CheckContext, NamespaceContext, Operation, PathSegment, Report } from "./context.js";
export { containerLists, podPath } from "./pod-view.js";
export type { PodView, WorkloadResource } from "./pod-view.js";
export type { Integer, IntOrString, Json, Quantity, Time } from "./scalars.js";
export * from "./intrinsics/index.js";
export * from "./models/index.js";
