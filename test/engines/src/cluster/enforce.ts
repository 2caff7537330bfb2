import { randomBytes } from "node:crypto";
import type { JsonObject } from "../engine.js";
import { until, type Server } from "./server.js";
import { applyObject, metadataOf, removeObject, type Session } from "./session.js";

/** Milliseconds within which the server has to judge by a new policy. */
const patience = 20_000;

/** Policies in force. Whoever has enforced them ends it. */
export interface Enforced {
  /** Puts others in their place, and waits once for both. Throws when the server refuses one, and then none is in force. */
  readonly replace: (objects: readonly JsonObject[]) => Promise<void>;
  /** Removes them, and waits until the server no longer judges by them. */
  readonly lift: () => Promise<void>;
}

/** Applies policies and bindings, and waits for both. */
export async function enforcePolicies(
  session: Session,
  server: Server,
  objects: readonly JsonObject[],
): Promise<Enforced> {
  let applied: readonly JsonObject[] = [];
  const removeAll = async (those: readonly JsonObject[]): Promise<void> => {
    for (const object of [...those].reverse()) await removeObject(session, object);
  };
  const lift = async (): Promise<void> => {
    await removeAll(applied);
    applied = [];
    await settle(session, server);
  };
  const replace = async (next: readonly JsonObject[]): Promise<void> => {
    const names = new Set(next.map(identityOf));
    await removeAll(applied.filter((object) => !names.has(identityOf(object))));
    applied = [];
    for (const object of next) {
      const refusal = await applyObject(session, object);
      if (refusal !== undefined) {
        await lift();
        throw new Error(refusal);
      }
      applied = [...applied, object];
    }
    await settle(session, server);
  };
  await replace(objects);
  return { replace, lift };
}

function identityOf(object: JsonObject): string {
  return JSON.stringify([object["kind"], metadataOf(object).name]);
}

/**
 * Waits until the server judges by every policy and binding applied before. It reads either kind in the order of their changes, so when
 * it judges by a pair that came later, it judges by them.
 */
async function settle(session: Session, server: Server): Promise<void> {
  const name = `writ-settled-${randomBytes(6).toString("hex")}`;
  const pair = sentinel(name);
  for (const object of pair) {
    const refusal = await applyObject(session, object);
    if (refusal !== undefined) throw new Error(refusal);
  }
  const probe = { apiVersion: "v1", kind: "ConfigMap", metadata: { name } };
  const isJudged = async (): Promise<boolean> => {
    const path = "/api/v1/namespaces/default/configmaps?dryRun=All";
    const { warnings } = await session.client.send("POST", path, probe);
    return warnings.some((warning) => warning.endsWith(`: ${name}`));
  };
  await until("policies are effective", isJudged, server, patience);
  for (const object of pair) await removeObject(session, object);
}

/** It warns: of several denials the server tells one, but every warning. */
function sentinel(name: string): readonly JsonObject[] {
  const apiVersion = "admissionregistration.k8s.io/v1";
  const rule = { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["configmaps"] };
  const validations = [{ expression: `object.metadata.name != '${name}'`, message: name }];
  return [
    {
      apiVersion,
      kind: "ValidatingAdmissionPolicy",
      metadata: { name },
      spec: { failurePolicy: "Fail", matchConstraints: { resourceRules: [rule] }, validations },
    },
    {
      apiVersion,
      kind: "ValidatingAdmissionPolicyBinding",
      metadata: { name },
      spec: { policyName: name, validationActions: ["Warn"] },
    },
  ];
}
