import type { AdmissionRequest, JsonObject } from "../src/engine.js";

/** A hand-written policy in the form of each engine, so that an engine is shown to work before anything is compiled for it. */

const controllers = [
  { apiGroups: [""], apiVersions: ["v1"], resources: ["pods", "pods/ephemeralcontainers"] },
  { apiGroups: ["apps"], apiVersions: ["v1"], resources: ["deployments"] },
  { apiGroups: ["batch"], apiVersions: ["v1"], resources: ["cronjobs"] },
];
const resourceRules = controllers.map((rule) => ({ ...rule, operations: ["CREATE", "UPDATE"] }));

const podSpec = [
  "object.kind == 'Pod' ? object.?spec.orValue({})",
  "object.kind == 'CronJob' ? object.?spec.jobTemplate.spec.template.spec.orValue({})",
  "object.?spec.template.spec.orValue({})",
].join(" : ");
const containersOf = (list: string): string => `variables.podSpec.?${list}.orValue([])`;
const lists = ["containers", "initContainers", "ephemeralContainers"].map(containersOf);
const isPrivileged = "c.?securityContext.?privileged.orValue(false) == true";
const variables = [
  { name: "podSpec", expression: podSpec },
  { name: "lists", expression: `[${lists.join(", ")}]` },
  {
    name: "names",
    expression: `variables.lists.map(cs, cs.filter(c, ${isPrivileged}).map(c, string(c.?name.orValue('?'))).join(', ')).filter(s, s != '')`,
  },
];
const validations = [
  {
    expression: "size(variables.names) == 0",
    messageExpression: "'privileged ⛔ ' + variables.names.join(', ')",
  },
];
/** One parenthesis is missing. */
const brokenValidations = [{ expression: "size(variables.names == 0", message: "never" }];

const metadata = { name: "no-privileged" };

const vapWith = (expressions: readonly JsonObject[]): JsonObject => ({
  apiVersion: "admissionregistration.k8s.io/v1",
  kind: "ValidatingAdmissionPolicy",
  metadata,
  spec: { failurePolicy: "Fail", matchConstraints: { resourceRules }, variables, validations: expressions },
});

export const vap = vapWith(validations);
export const brokenVap = vapWith(brokenValidations);
export const vapBinding: JsonObject = {
  apiVersion: "admissionregistration.k8s.io/v1",
  kind: "ValidatingAdmissionPolicyBinding",
  metadata,
  spec: { policyName: "no-privileged", validationActions: ["Deny"] },
};

const validatingPolicyWith = (expressions: readonly JsonObject[]): JsonObject => ({
  apiVersion: "policies.kyverno.io/v1",
  kind: "ValidatingPolicy",
  metadata,
  spec: {
    validationActions: ["Deny"],
    evaluation: { background: { enabled: true } },
    autogen: { podControllers: { controllers: [] } },
    matchConstraints: { resourceRules },
    variables,
    validations: expressions,
  },
});

export const validatingPolicy = validatingPolicyWith(validations);
export const brokenValidatingPolicy = validatingPolicyWith(brokenValidations);

const clusterPolicyWith = (expressions: readonly JsonObject[]): JsonObject => ({
  apiVersion: "kyverno.io/v1",
  kind: "ClusterPolicy",
  metadata: { ...metadata, annotations: { "pod-policies.kyverno.io/autogen-controllers": "none" } },
  spec: {
    background: true,
    rules: [
      {
        name: "no-privileged",
        match: {
          any: [
            {
              resources: {
                kinds: ["v1/Pod", "apps/v1/Deployment", "batch/v1/CronJob"],
                operations: ["CREATE", "UPDATE"],
              },
            },
          ],
        },
        validate: { failureAction: "Enforce", cel: { generate: false, variables, expressions } },
      },
    ],
  },
});

export const clusterPolicy = clusterPolicyWith(validations);
export const brokenClusterPolicy = clusterPolicyWith(brokenValidations);

export const rego = {
  query: "data.smoke.violations",
  modules: {
    "smoke.rego": `package smoke

violations contains {"path": ["spec"], "msg": sprintf("privileged ⛔ %s", [concat(", ", names)])} if {
	count(names) > 0
}

names := [container.name |
	some list in ["containers", "initContainers", "ephemeralContainers"]
	some container in spec[list]
	container.securityContext.privileged == true
]

default spec := {}

spec := input.object.spec if input.object.kind == "Pod"

spec := input.object.spec.template.spec if input.object.kind == "Deployment"

spec := input.object.spec.jobTemplate.spec.template.spec if input.object.kind == "CronJob"
`,
  },
} as const;

/** A Pod's specification with one container for each flag. */
export function podSpecOf(...privileged: readonly unknown[]): JsonObject {
  const containers = privileged.map((flag, index) => ({
    name: `ctr-${index}`,
    image: "nginx:1.27.3",
    ...(flag === undefined ? {} : { securityContext: { privileged: flag } }),
  }));
  return { containers } as JsonObject;
}

/** A Pod that the API server takes. */
export function podOf(name: string, spec: unknown): JsonObject {
  return { apiVersion: "v1", kind: "Pod", metadata: { name, namespace: "default" }, spec } as JsonObject;
}

const labels = { app: "smoke" };

/** A Deployment of such Pods. */
export function deploymentOf(name: string, spec: JsonObject): JsonObject {
  const template = { metadata: { labels }, spec };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace: "default" },
    spec: { selector: { matchLabels: labels }, template },
  };
}

/** A CronJob of such Pods. */
export function cronJobOf(name: string, spec: JsonObject): JsonObject {
  const template = { metadata: { labels }, spec: { ...spec, restartPolicy: "Never" } };
  return {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: { name, namespace: "default" },
    spec: { schedule: "0 0 * * *", jobTemplate: { spec: { template } } },
  };
}

/** The creation of an object. */
export function creationOf(object: JsonObject): AdmissionRequest {
  return { operation: "CREATE", object };
}

/** Objects of every kind that the policy matches, and the verdict on each. */
export const cases: readonly { readonly object: JsonObject; readonly message?: string }[] = [
  { object: podOf("good", podSpecOf(undefined, false)) },
  { object: podOf("bad", podSpecOf(undefined, true)), message: "privileged ⛔ ctr-1" },
  { object: deploymentOf("good", podSpecOf(false)) },
  { object: deploymentOf("bad", podSpecOf(true, true)), message: "privileged ⛔ ctr-0, ctr-1" },
  { object: cronJobOf("good", podSpecOf(undefined)) },
  { object: cronJobOf("bad", podSpecOf(true)), message: "privileged ⛔ ctr-0" },
];

/** The verdicts of the cases, for comparison with those of an engine. */
export const expectedVerdicts = cases.map(({ message }) =>
  message === undefined ? { outcome: "allow" } : { outcome: "deny", message },
);
