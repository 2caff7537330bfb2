import type { JsonObject } from "../../ir/policy.js";
import type { HostVersion } from "../capabilities.js";
import { type Cel, name } from "./ast.js";

/** What the host that evaluates an expression is like. */
export interface CelHost extends HostVersion {
  /** Built-in kinds come through the API server's decoding: declared types hold, nulls are gone, zero values are dropped. */
  readonly decoded: boolean;
  /** Parameters come from `params.spec` with the request; without it they are constants. */
  readonly paramsObject?: true;
}

/** The state of emitting one policy as CEL. */
export interface Emitter {
  readonly host: CelHost;
  /** Undefined where they are known only when the policy is evaluated. */
  readonly params: JsonObject | undefined;
  /** The object that a request is about. */
  readonly subject: Cel;
  /** What each variable of the IR stands for. */
  readonly variables: Map<string, Cel>;
  readonly names: Set<string>;
  /** Constants that several expressions use; each becomes a named part of the program. */
  readonly shared: Map<string, Cel>;
  /** The texts of messages are taken to hold no control characters: for an estimate of what a policy costs, never for a product. */
  readonly assumesPrintableTexts: boolean;
}

// Words of the language, of its standard types, and of the hosts: a macro's variable of such a name would hide them. Macros keep
// their own result in `__result__`.
const reserved = (
  "as break const continue else false for function if import in let loop namespace null package return true var void while " +
  "bool bytes double dyn int list map null_type string timestamp duration type uint optional_type " +
  "object oldObject request params namespaceObject authorizer variables exceptions images size has __result__"
).split(" ");

export function newEmitter(host: CelHost, params: JsonObject, subject: Cel, assumesPrintableTexts = false): Emitter {
  return {
    host,
    params: host.paramsObject === true ? undefined : params,
    subject,
    variables: new Map(),
    names: new Set(reserved),
    shared: new Map(),
    assumesPrintableTexts,
  };
}

/** A constant of the program, made when it is first asked for. */
export function shared(emitter: Emitter, of: string, make: () => Cel): Cel {
  if (!emitter.shared.has(of)) emitter.shared.set(of, make());
  return name(`variables.${of}`);
}

/** A name for a macro's variable, as close to the source's as can be. */
export function freshName(emitter: Emitter, hint: string): string {
  const base = /^[A-Za-z_]/.test(hint)
    ? hint.replace(/[^A-Za-z0-9_]/g, "_")
    : `v${hint.replace(/[^A-Za-z0-9_]/g, "_")}`;
  let free = base;
  for (let count = 2; emitter.names.has(free); count += 1) free = `${base}_${String(count)}`;
  emitter.names.add(free);
  return free;
}
