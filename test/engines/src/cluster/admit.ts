import type { AdmissionRequest, JsonObject } from "../engine.js";
import { admissionVerdict, type AdmissionVerdict } from "./admission.js";
import { messageOf } from "./client.js";
import { ensureNamespace, metadataOf, notServed, type Session } from "./session.js";

/** Sends the request as a dry run: admission and validation are those of a real one, and nothing is stored. */
export async function admit(session: Session, request: AdmissionRequest): Promise<AdmissionVerdict> {
  const object = request.operation === "DELETE" ? request.oldObject : request.object;
  if (object === undefined) return notAdmissible(`a ${request.operation} without its object`);
  const { name, namespace = request.namespace?.name ?? "default" } = metadataOf(object);
  await ensureNamespace(session, namespace, request.namespace?.labels);
  if (name === undefined && request.operation !== "CREATE") return notAdmissible("nothing without a name was stored");
  const path = await session.resources.pathOf(object, namespace, request.operation === "CREATE" ? undefined : name);
  if (path === undefined) return notAdmissible(notServed(object));
  // Unknown fields are dropped without a warning, as they are for every client that does not ask.
  const query = "?dryRun=All&fieldManager=writ&fieldValidation=Ignore";
  switch (request.operation) {
    case "CREATE":
      return admissionVerdict(await session.client.send("POST", `${path}${query}`, object));
    case "UPDATE":
      return update(session, path, `${subresourceOf(request)}${query}`, object);
    case "DELETE":
      return admissionVerdict(await session.client.send("DELETE", `${path}?dryRun=All`));
  }
}

function subresourceOf({ subresource }: AdmissionRequest): string {
  return subresource === undefined ? "" : `/${subresource}`;
}

/** Some kinds must be updated from a stated version, and when an object is to be deleted is for the server to say. */
async function update(session: Session, path: string, rest: string, object: JsonObject): Promise<AdmissionVerdict> {
  const stored = await session.client.send("GET", path);
  if (stored.status !== 200) return notAdmissible(`no stored object to update: ${messageOf(stored)}`);
  const { resourceVersion, uid, deletionTimestamp } = stored.body["metadata"] as Readonly<Record<string, string>>;
  const written = object["metadata"] as JsonObject;
  const deletion = deletionTimestamp !== undefined && "deletionTimestamp" in written ? { deletionTimestamp } : {};
  const body = { ...object, metadata: { ...written, resourceVersion, uid, ...deletion } };
  // Whoever replaces a Job keeps the selector and the labels that the server gave it.
  const keeps = object["kind"] === "Job";
  const [method, type] = keeps
    ? (["PATCH", "application/merge-patch+json"] as const)
    : (["PUT", "application/json"] as const);
  return admissionVerdict(await session.client.send(method, `${path}${rest}`, body, type));
}

/** The verdict on what never became a request that a policy could see. */
export function notAdmissible(message: string): AdmissionVerdict {
  return { outcome: "error", stage: "decode", message, notAdmissible: true, denials: [] };
}
