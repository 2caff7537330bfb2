import { compile } from "@writ/compiler";
import { interpreter, type CompiledPolicy, type JsonObject } from "@writ/compiler/ir";
import { isPolicy, type Policy } from "@writ/sdk";
import { describe, expect, it } from "vitest";
import { mutantsOf } from "../mutants.js";
import { turningRequests } from "./turning.js";

const folder = new URL("../../../../policies/", import.meta.url).pathname;

async function compiled(path: string, id: string, params: JsonObject = {}): Promise<CompiledPolicy> {
  const file = `${folder}${path}/policy.ts`;
  const exports = (await import(/* @vite-ignore */ file)) as Record<string, unknown>;
  const policies = Object.fromEntries(
    Object.entries(exports).filter((entry): entry is [string, Policy] => isPolicy(entry[1])),
  );
  const [policy] = compile({ root: folder, modules: [{ file, policies }], params: { [id]: params } }).policies;
  if (policy === undefined) throw new Error(`${id} does not compile`);
  return policy;
}

describe("the requests at which a policy turns", () => {
  it("tell every regular expression from the same without an anchor, where no other condition hides it", async () => {
    const policy = await compiled("pod-security/no-host-path", "no-host-path", { allowedPaths: ["*"] });
    const requests = turningRequests(policy, []);
    const verdicts = requests.map(interpreter(policy)).map((found) => JSON.stringify(found));
    const unanchored = mutantsOf(policy).filter(({ what }) => what.startsWith("tests /"));
    expect(unanchored.length).toBeGreaterThanOrEqual(4);
    for (const { what, policy: mutant } of unanchored) {
      const differing = requests.filter(
        (request, index) => JSON.stringify(interpreter(mutant)(request)) !== verdicts[index],
      );
      expect(differing.length, what).toBeGreaterThan(0);
    }
  });

  it("name every constant that a field is compared with, in a document that is denied for it", async () => {
    const policy = await compiled("rbac/no-wildcard-rbac", "no-wildcard-rbac");
    const wide = { verbs: ["*"], apiGroups: [""], resources: ["pods"] };
    const role = (name: string) => ({
      object: {
        apiVersion: "rbac.authorization.k8s.io/v1",
        kind: "ClusterRole",
        metadata: { name },
        rules: [wide],
      },
      operation: "CREATE" as const,
    });
    const named = turningRequests(policy, [role("mine")]);
    for (const name of ["cluster-admin", "system:kubelet-api-admin", "system:controller:resourcequota-controller"])
      expect(named).toContainEqual(role(name));
  });
});
