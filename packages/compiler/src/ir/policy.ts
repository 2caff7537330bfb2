import type { ParamShape } from "@writ/sdk";
import type { Rule } from "./nodes.js";
import type { Shapes } from "./shape.js";

/** JSON as the IR carries it: parameter values and documents. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** A kind that a policy matches. */
export interface KindRef {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
}

/** `apps/v1/Deployment`, `v1/Pod`: how entrypoints, drop tries and documents name a kind. */
export function kindKey(kind: Pick<KindRef, "group" | "version" | "kind">): string {
  return kind.group === "" ? `${kind.version}/${kind.kind}` : `${kind.group}/${kind.version}/${kind.kind}`;
}

/** A policy after compilation. Plain JSON, so that it can be cached and read without the compiler. */
export interface CompiledPolicy {
  readonly id: string;
  readonly title: string;
  readonly severity: "low" | "medium" | "high" | "critical";
  readonly description?: string;
  readonly remediation?: string;
  readonly controls: readonly string[];
  readonly kinds: readonly KindRef[];
  /** The operations that it judges: see `judgedOperations`. */
  readonly operations: readonly Operation[];
  readonly view: "resource" | "pod";
  /** Where it is declared: a path relative to the root, with forward slashes; 1-based. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly exportName: string;
  /** The values of its parameters, defaults filled in. */
  readonly params: JsonObject;
  /** What each parameter accepts, for targets whose users may set it. */
  /** The largest objects that it is meant for, by the name of the field, where it says so; `characters` are those of a text. */
  readonly sizes?: Readonly<Record<string, number>>;
  readonly paramShapes: Readonly<Record<string, ParamShape>>;
  readonly ir: PolicyIr;
}

export interface PolicyIr {
  /** The files that spans index. */
  readonly files: readonly string[];
  readonly rules: readonly Rule[];
  readonly shapes: Shapes;
}

export type Operation = "CREATE" | "UPDATE" | "DELETE" | "CONNECT";

/** One document and the request around it. */
export interface PolicyRequest {
  /** On DELETE, the object that is deleted. */
  readonly object: JsonObject;
  /** What an UPDATE replaces. On DELETE the old object is the object itself, and this is not looked at. */
  readonly oldObject?: JsonObject;
  readonly operation: Operation;
  /** The namespace the object lives in; absent for cluster-scoped objects. */
  readonly namespace?: { readonly name: string };
}
