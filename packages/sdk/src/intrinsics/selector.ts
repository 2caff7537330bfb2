import type { LabelSelector, LabelSelectorRequirement } from "../models/meta/v1.js";

type Labels = Readonly<Record<string, string>>;

/**
 * Whether a label selector selects an object with these labels, as `LabelSelectorAsSelector` of k8s.io/apimachinery decides it:
 * every entry of matchLabels and every one of matchExpressions must hold. An empty selector selects everything, an absent one
 * nothing. A requirement that the API server refuses (an unknown operator, `In` or `NotIn` without values, `Exists` or
 * `DoesNotExist` with values) holds for nothing. That keys and values are well-formed is not checked. Absent labels are no labels.
 * The compiler refuses a selector that the API server writes even where a file has none (`podSelector` of a NetworkPolicy).
 *
 * @example matchesSelector({ matchLabels: { app: "web" } }, pod.metadata?.labels)
 */
export function matchesSelector(selector: LabelSelector | undefined, labels: Labels | undefined): boolean {
  if (selector === undefined || (selector as unknown) === null) return false;
  const { matchLabels, matchExpressions = [] } = selector;
  return (
    (matchLabels === undefined || hasLabels(labels ?? {}, matchLabels)) &&
    matchExpressions.every((requirement) => holds(requirement, labels))
  );
}

/**
 * Whether an object with these labels has every one of the wanted labels, as a selector of a Service asks. No labels are wanted of
 * everything.
 *
 * @example hasLabels(pod.metadata?.labels ?? {}, { app: "web" })
 */
export function hasLabels(labels: Labels, wanted: Labels): boolean {
  if (!isRecord(labels) || !isRecord(wanted)) return false;
  // A null member is an absent one.
  return Object.entries(wanted).every(([key, value]) => (value as unknown) === null || labelOf(labels, key) === value);
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function holds({ key, operator, values = [] }: LabelSelectorRequirement, labels: Labels | undefined): boolean {
  const label = labelOf(labels, key);
  switch (operator) {
    case "In":
      return label !== undefined && values.includes(label);
    case "NotIn":
      return values.length > 0 && (label === undefined || !values.includes(label));
    case "Exists":
      return values.length === 0 && label !== undefined;
    case "DoesNotExist":
      return values.length === 0 && label === undefined;
    default:
      return false;
  }
}

function labelOf(labels: Labels | undefined, key: string): string | undefined {
  return labels !== undefined && Object.hasOwn(labels, key) ? (labels[key] ?? undefined) : undefined;
}
