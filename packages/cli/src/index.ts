export { defineConfig } from "./config/define.js";
export type {
  ClusterConfig,
  EnforcementAction,
  EnforcementConfig,
  NamespaceAction,
  PolicyEnforcement,
  WritConfig,
} from "./config/define.js";
