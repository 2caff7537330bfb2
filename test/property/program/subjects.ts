import type { Name } from "./scope.js";
import type { Model } from "./types.js";

/** What a program judges. */
export interface Subject {
  /** What the policy matches, in TypeScript. */
  readonly match: string;
  /** The first parameter of its predicate. */
  readonly parameter: string;
  /** The names that come with it. */
  readonly names: readonly Name[];
  /** Where a violation stands that is about the whole. */
  readonly target: string;
  /** The models of what its lists hold: its functions are about these. */
  readonly items: readonly [Model, ...Model[]];
  /** Whether the API server drops fields of its objects at their zero values. */
  readonly dropsZeros: boolean;
  /** The names that @writ/sdk or the fixtures give for it. */
  readonly imports: readonly string[];
}

const place = (text: string, type: Name["type"]): Name => ({ text, type, place: true, root: true });
const value = (text: string, type: Name["type"]): Name => ({ text, type, place: false, root: true });

/** The custom resource of test/conformance: a member of every type that a model can have. */
const widget: Subject = {
  match: "kinds(Widget)",
  parameter: "{ spec, metadata }",
  names: [place("spec", "WidgetSpec"), place("metadata", "ObjectMeta"), value("oldObject?.spec", "WidgetSpec?")],
  target: "spec",
  items: ["Part"],
  dropsZeros: false,
  imports: ["kinds"],
};

const pods: Subject = {
  match: "workloads()",
  parameter: "pod",
  names: [place("pod", "PodView"), value("oldObject", "PodView?")],
  target: "pod",
  items: ["Container", "EnvVar"],
  dropsZeros: true,
  imports: ["workloads"],
};

const roles: Subject = {
  match: "kinds(Role)",
  parameter: "role",
  names: [place("role", "Role"), place("role.metadata", "ObjectMeta"), value("oldObject", "Role?")],
  target: "role",
  items: ["PolicyRule"],
  dropsZeros: true,
  imports: ["kinds", "Role"],
};

const networkPolicies: Subject = {
  match: "kinds(NetworkPolicy)",
  parameter: "{ metadata, spec }",
  names: [place("metadata", "ObjectMeta"), place("spec?.ingress", "NetworkPolicyIngressRule[]?")],
  target: "metadata",
  items: ["NetworkPolicyPeer", "NetworkPolicyIngressRule"],
  dropsZeros: true,
  imports: ["kinds", "NetworkPolicy"],
};

/** The subjects, each as often as it is to be chosen. */
export const subjects: readonly [Subject, ...Subject[]] = [
  widget,
  widget,
  widget,
  widget,
  widget,
  pods,
  pods,
  roles,
  networkPolicies,
];

/** Names that every predicate has from its context. */
export const contextNames: readonly Name[] = [
  value("params.text", "string"),
  value("params.limit", "Integer"),
  value("params.names", "string[]"),
  value("params.numbers", "Integer[]"),
  value("params.on", "boolean"),
  value("params.size", "Quantity"),
  value("namespace?.name", "string?"),
  value("operation", "string"),
];
