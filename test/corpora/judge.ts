import { isDeepStrictEqual } from "node:util";
import { dropTries, interpreter, kindKey, shapeGuard, type JsonObject, type PolicyRequest } from "@writ/compiler/ir";
import { admitted, isBeingDeleted, runPolicy, type Violation } from "@writ/sdk/runtime";
import type { Document } from "./corpus.js";
import type { LibraryPolicy } from "./library.js";

/** Values for some parameters of a policy; the others keep their defaults. */
export type Params = Readonly<Record<string, unknown>>;

/** What one policy says about a document. */
export interface Verdict {
  readonly violations: readonly Violation[];
  /** The document breaks the shape that the policy relies on; its one violation says where. */
  readonly malformed: boolean;
}

/** Judges a document by one policy; `undefined` for a kind that the policy does not look at. */
export type Judge = (document: Document) => Verdict | undefined;

/**
 * Makes the judge of a policy. Its own TypeScript and the reference interpreter both judge.
 *
 * @throws when they differ, which is a bug of ours.
 */
export function judgeOf({ native, compiled }: LibraryPolicy, params: Params = {}): Judge {
  const configured = { ...compiled, params: { ...compiled.params, ...(params as JsonObject) } };
  const interpret = interpreter(configured);
  const guard = shapeGuard(compiled.ir.shapes);
  const dropped = dropTries([compiled]);
  const kinds = new Map(compiled.kinds.map((kind) => [kindKey(kind), kind]));
  return (document) => {
    const key = `${String(document["apiVersion"])}/${String(document["kind"])}`;
    const kind = kinds.get(key);
    if (kind === undefined) return undefined;
    const object = (kind.namespaced ? withNamespace(document) : document) as JsonObject;
    const request: PolicyRequest = { object, operation: "CREATE" };
    const interpreted = interpret(request);
    const tree = admitted(object, dropped[key]);
    const problem = isBeingDeleted(tree) ? undefined : guard(request);
    const found =
      problem === undefined
        ? runPolicy(native, { object: tree, operation: "CREATE", params: configured.params })
        : [problem];
    if (isDeepStrictEqual(found, interpreted)) return { violations: found, malformed: problem !== undefined };
    throw new Error(`${compiled.id} differs: ${JSON.stringify({ document, native: found, interpreted })}`);
  };
}

/** The document as the API server would get it from kubectl: the namespace it leaves out is `default`. */
function withNamespace(document: Document): Document {
  const metadata = document["metadata"];
  if (typeof metadata !== "object" || metadata === null) return document;
  return { ...document, metadata: { namespace: "default", ...metadata } };
}
