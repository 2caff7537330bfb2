import type { ParamSchemas, ParamValues } from "./params.js";

/** The operation of an admission request. Offline every document is a CREATE unless a case says otherwise. */
export type Operation = "CREATE" | "UPDATE" | "DELETE" | "CONNECT";

/** One step into a document: a field name or a list index. */
export type PathSegment = string | number;

/** The second argument of every predicate. */
export interface Context<Subject, Params extends ParamSchemas> {
  readonly params: ParamValues<Params>;
  /** A policy judges deletions, too, when one of its conditions looks at the operation and can report a violation there. */
  readonly operation: Operation;
  /**
   * The object before the request: `undefined` unless the operation is UPDATE or DELETE. What a DELETE removes is both the
   * subject and the old object.
   */
  readonly oldObject: Subject | undefined;
  readonly namespace: NamespaceContext | undefined;
}

/** The namespace the object lives in; `undefined` for cluster-scoped objects. */
export interface NamespaceContext {
  readonly name: string;
}

/**
 * Records a violation. `target` is any object read from the document (a container found by `filter` or `find` still knows
 * where it stands); `at` names fields below it and may name fields that are absent.
 */
export type Report = (target: object, message: string, at?: readonly PathSegment[]) => void;

/** The context of the `check` form. */
export interface CheckContext<Subject, Params extends ParamSchemas> extends Context<Subject, Params> {
  readonly report: Report;
}
