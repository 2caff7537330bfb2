import type { JsonObject } from "../engine.js";
import { admissionVerdict, type AdmissionVerdict } from "./admission.js";
import { notAdmissible } from "./admit.js";
import { ensureNamespace, metadataOf, notServed, type Session } from "./session.js";

const query = "?fieldManager=writ&fieldValidation=Ignore";

/** Keeps an object that is to be deleted. */
const finalizer = "writ.dev/held";

/**
 * Creates the object for good, as it would have come to be: ephemeral containers are added to the Pod that runs, and an object that is
 * being deleted was created before, and is held by a finalizer.
 */
export async function storeObject(session: Session, object: JsonObject): Promise<AdmissionVerdict> {
  const { name, namespace = "default" } = metadataOf(object);
  await ensureNamespace(session, namespace);
  const collection = await session.resources.pathOf(object, namespace);
  if (collection === undefined) return notAdmissible(notServed(object));
  const { deletionTimestamp, ...metadata } = (object["metadata"] ?? {}) as JsonObject;
  const isDeleted = typeof deletionTimestamp === "string";
  const { ephemeralContainers, ...spec } = (object["spec"] ?? {}) as JsonObject;
  const isDebugged = object["kind"] === "Pod" && Array.isArray(ephemeralContainers);
  const created = await session.client.send("POST", `${collection}${query}`, {
    ...object,
    ...(isDeleted ? { metadata: { ...metadata, finalizers: [finalizer] } } : {}),
    ...(isDebugged ? { spec } : {}),
  });
  if (created.status >= 300) return admissionVerdict(created);
  const path = `${collection}/${encodeURIComponent(name ?? "")}`;
  if (isDebugged) {
    const debugged = await session.client.send("PUT", `${path}/ephemeralcontainers${query}`, object);
    if (debugged.status >= 300) return admissionVerdict(debugged);
  }
  if (isDeleted) await session.client.send("DELETE", path);
  return admissionVerdict(created);
}
