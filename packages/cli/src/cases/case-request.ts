import type { JsonObject, KindRef, PolicyRequest } from "@writ/compiler/ir";
import { creationOf } from "../judge/request.js";
import type { Case } from "./case.js";

/** What a case asks, about an object of this kind: its namespace is filled in as in a file that `writ check` reads. */
export function caseRequest({ resource, oldObject, operation, namespace }: Case, kind: KindRef): PolicyRequest {
  const filled = (value: JsonObject): PolicyRequest => creationOf(value, kind, namespace);
  const request = { ...filled(resource), operation };
  return oldObject === undefined ? request : { ...request, oldObject: filled(oldObject).object };
}
