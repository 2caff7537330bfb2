import type { JsonObject, KindRef, PolicyRequest } from "@writ/compiler/ir";
import { kindOf } from "@writ/prove";
import type { LabelledInput, Subject } from "../matrix/subject.js";
import { inNamespace, namespaceOf, type Places } from "./places.js";

/**
 * How an object reaches the API server: as a new one, in place of a stored one, through a subresource that carries all of it, or as
 * what goes.
 */
export type Way = "create" | "update" | "ephemeralcontainers" | "resize" | "delete";

/** One request to the API server, made from an input of a subject. */
export interface Trial {
  readonly subject: Subject;
  /** That of the input. */
  readonly name: string;
  readonly way: Way;
  readonly kind: KindRef;
  readonly request: PolicyRequest;
}

/** The subresource that a way goes through. */
export function subresourceOf(way: Way): string | undefined {
  return way === "ephemeralcontainers" || way === "resize" ? way : undefined;
}

/** What has to be stored before a request can be made: what it replaces or removes. */
export function storedBefore({ object, oldObject, operation }: PolicyRequest): JsonObject | undefined {
  return operation === "DELETE" ? object : oldObject;
}

/** The requests of each input: new, in place of what was there before, through the subresources that Pods have, and as deletions. */
export function trialsOf(subject: Subject, places: Places): readonly Trial[] {
  return subject.labelled.flatMap((input) => trialsOfInput(subject, input, places));
}

function trialsOfInput(subject: Subject, { name, request }: LabelledInput, places: Places): readonly Trial[] {
  const kind = kindOf(request.object, subject.bench.compiled.kinds);
  if (kind === undefined) throw new Error(`${subject.name} does not match the object of ${name}`);
  const trial = (way: Way, object: JsonObject, oldObject?: JsonObject): Trial => {
    const own = namespaceOf(object) ?? request.namespace?.name ?? "default";
    const namespace = kind.namespaced ? { namespace: { name: own } } : {};
    return { subject, name, way, kind, request: { object, ...operationOf(way, oldObject), ...namespace } };
  };
  const object = places.placeOf(request.object, kind);
  const stored = request.oldObject === undefined ? object : moved(request.oldObject, object);
  const deletions = request.operation === "DELETE" ? [trial("delete", object)] : [];
  const ways = [trial("create", request.object), trial("update", object, stored), ...deletions];
  if (kind.kind !== "Pod") return ways;
  return [...ways, trial("ephemeralcontainers", debugged(object), stored), trial("resize", object, stored)];
}

function operationOf(way: Way, oldObject: JsonObject | undefined): Pick<PolicyRequest, "operation" | "oldObject"> {
  if (way === "delete") return { operation: "DELETE" };
  return oldObject === undefined ? { operation: "CREATE" } : { operation: "UPDATE", oldObject };
}

/** An object in the namespace of another one. */
function moved(object: JsonObject, other: JsonObject): JsonObject {
  const namespace = namespaceOf(other);
  return namespace === undefined ? object : inNamespace(object, namespace);
}

/** What an ephemeral container has in common with others; it has no ports, probes, resources or hooks. */
const shared = ["image", "command", "args", "env", "envFrom", "imagePullPolicy", "securityContext", "volumeMounts"];

/** The Pod as `kubectl debug` leaves it: with ephemeral containers like its own, unless it has some. */
function debugged(pod: JsonObject): JsonObject {
  const spec = (pod["spec"] ?? {}) as JsonObject;
  const { ephemeralContainers = [], containers } = spec;
  if (!Array.isArray(containers) || !Array.isArray(ephemeralContainers) || ephemeralContainers.length > 0) return pod;
  const copies = (containers as readonly (JsonObject | null)[]).map((container, index) => ({
    ...Object.fromEntries(Object.entries(container ?? {}).filter(([field]) => shared.includes(field))),
    name: `debugger-${String(index)}`,
  }));
  return { ...pod, spec: { ...spec, ephemeralContainers: copies } };
}
