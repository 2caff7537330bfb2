import { containerLists, podPath } from "../pod-view.js";
import type { AdmittedObject } from "./admitted.js";
import type { Path } from "./violation.js";

/** A pod view with the place of its Pod in the document. */
export interface LocatedPod {
  readonly path: Path;
  /** Shaped as `PodView`; a document that breaks its shape lacks the members that are not there. */
  readonly view: object;
}

const podsByDocument = new WeakMap<object, LocatedPod>();

/** The Pod inside a workload as `PodView` describes it; one view per document, shared by every policy that asks. */
export function podOf(document: AdmittedObject): LocatedPod {
  const known = podsByDocument.get(document);
  if (known !== undefined) return known;
  const path = podPath(typeof document["kind"] === "string" ? document["kind"] : "");
  const pod = descend(document, path);
  const spec = member(pod, "spec");
  const metadata = member(pod, "metadata");
  const containers: unknown[] = [];
  for (const name of containerLists) {
    const list = member(spec, name);
    if (Array.isArray(list)) containers.push(...(list as unknown[]));
  }
  const view = {
    containers,
    ...(spec === undefined ? {} : { spec }),
    ...(metadata === undefined ? {} : { metadata }),
    resource: document,
  };
  const located = { path, view };
  podsByDocument.set(document, located);
  return located;
}

function descend(document: AdmittedObject, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => member(value, name), document);
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? (value as AdmittedObject)[name]
    : undefined;
}
