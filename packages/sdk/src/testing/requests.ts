import type { Operation } from "../context.js";

/** An admission request for a test, in the terms of a case file. */
export interface TestRequest {
  readonly writ: "request";
  readonly operation: Operation;
  /** What the policy judges; on DELETE, what is deleted. */
  readonly resource: object;
  /** What an UPDATE replaces. */
  readonly oldObject?: object;
  /** The namespace of an object that names none; `default` otherwise. */
  readonly namespace?: string;
}

/** What a request may say besides its objects. */
export interface RequestOptions {
  /** The namespace of an object that names none; `default` otherwise. */
  readonly namespace?: string;
}

/** The creation of a resource, which is what a resource alone stands for. */
export function create(resource: object, options: RequestOptions = {}): TestRequest {
  return { writ: "request", operation: "CREATE", resource, ...options };
}

/** The change of `oldObject` into `resource`. */
export function update(oldObject: object, resource: object, options: RequestOptions = {}): TestRequest {
  return { writ: "request", operation: "UPDATE", resource, oldObject, ...options };
}

/** The deletion of a resource, which is then the subject and the old object. */
export function remove(resource: object, options: RequestOptions = {}): TestRequest {
  return { writ: "request", operation: "DELETE", resource, ...options };
}

/** Whether a value is a request rather than a resource. */
export function isTestRequest(value: object): value is TestRequest {
  return "writ" in value && value.writ === "request" && "resource" in value;
}
