import { joinedShape, type CompiledPolicy, type JsonObject, type Shape } from "@writ/compiler/ir";
import { isObject } from "../kind.js";
import type { Difference } from "./compare.js";

/** Requests on which an engine cannot say what the policy means, and why. A gap that no request shows any more fails the matrix. */
export interface KnownGap {
  /** The names of the forms that show it. */
  readonly columns: readonly string[];
  /** The policies that show it; without it, any. */
  readonly policies?: (policy: CompiledPolicy) => boolean;
  readonly about: (difference: VerdictDifference) => boolean;
  readonly reason: string;
  readonly link: string;
}

/** What an engine says of a request, where the policy means something else. */
type VerdictDifference = Omit<Difference, "isBroken">;

export const knownGaps: readonly KnownGap[] = [
  {
    columns: ["vap-new", "vap-old"],
    about: ({ request: { object, oldObject } }) =>
      [object, oldObject].some((of) => of !== undefined && hasNullInMap(of)),
    reason:
      "to the API server's decoder a null in a map of texts or quantities is the empty value, where every other engine reads it as absent",
    link: "https://github.com/kubernetes/kubernetes/blob/v1.37.2/staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go",
  },
  {
    columns: ["vap-old"],
    policies: (policy) => readsA(policy, (fields) => "resources" in fields && "containers" in fields),
    about: ({ request: { object } }) => hasPodResources(object),
    reason: "Kubernetes 1.30 has no resources of a whole Pod: its API server drops them, as any unknown field",
    link: "https://github.com/kubernetes/enhancements/issues/2837",
  },
  {
    columns: ["vap-old"],
    policies: (policy) => readsA(policy, (fields) => "restartPolicyRules" in fields),
    about: ({ request: { object } }) => JSON.stringify(object).includes('"restartPolicyRules":'),
    reason: "Kubernetes 1.30 has no rules for restarting a container: its API server drops them, as any unknown field",
    link: "https://github.com/kubernetes/enhancements/issues/5307",
  },
  {
    columns: ["vap-new", "vap-old", "cel-new", "cel-old", "kyverno-legacy"],
    about: ({ expected, found }) =>
      typeof expected === "string" && typeof found === "string" && trimmed(expected) === found,
    reason:
      "the API server, and ClusterPolicy, cut every white space of Unicode off both ends of a message, where cleaning leaves all but the plain space; the outcome is the same",
    link: "https://github.com/kubernetes/kubernetes/blob/v1.37.2/staging/src/k8s.io/apiserver/pkg/admission/plugin/policy/validating/validator.go",
  },
];

/** As strings.TrimSpace of Go. String.prototype.trim would cut U+FEFF, too. */
function trimmed(text: string): string {
  return text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
}

/** `resources` beside `containers`. */
function hasPodResources(value: JsonObject): boolean {
  return Object.values(value).some(
    (member) => isObject(member) && (("resources" in member && "containers" in member) || hasPodResources(member)),
  );
}

/** Whether a policy reads such a record, known by the fields of it that the policy reads. */
function readsA({ ir, kinds }: CompiledPolicy, isSuch: (fields: Readonly<Record<string, Shape>>) => boolean): boolean {
  const holds = ({ fields = {}, element }: Shape): boolean =>
    isSuch(fields) || [...Object.values(fields), ...(element === undefined ? [] : [element])].some(holds);
  return kinds.some(({ kind }) => {
    const shape = joinedShape(ir.shapes, kind);
    return shape !== undefined && holds(shape);
  });
}

/** Names of the maps of built-in kinds that policies read. */
const maps = new Set(["labels", "annotations", "nodeSelector", "limits", "requests", "matchLabels"]);

function hasNullInMap(value: JsonObject): boolean {
  return Object.entries(value).some(([name, member]) => {
    if (isObject(member)) return (maps.has(name) && Object.values(member).includes(null)) || hasNullInMap(member);
    return Array.isArray(member) && member.some((element) => isObject(element) && hasNullInMap(element));
  });
}

/** The gap that a difference is known for. */
export function gapOf(column: string, policy: CompiledPolicy, difference: VerdictDifference): KnownGap | undefined {
  return knownGaps.find(
    ({ columns, policies = () => true, about }) => columns.includes(column) && policies(policy) && about(difference),
  );
}
