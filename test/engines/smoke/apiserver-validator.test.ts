import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApiserverValidator, type ApiserverValidator } from "../src/apiserver-validator.js";
import type { JsonObject } from "../src/engine.js";
import { brokenVap, cases, creationOf, expectedVerdicts, podOf, podSpecOf, vap } from "./no-privileged.js";

const pick = (verdicts: readonly { readonly outcome: string; readonly message?: string }[]): unknown =>
  verdicts.map(({ outcome, message }) => (message === undefined ? { outcome } : { outcome, message }));

describe.each(["new", "old"] as const)("the API server's validator, %s", (line) => {
  let typed: ApiserverValidator;
  let raw: ApiserverValidator;

  beforeAll(async () => {
    typed = await openApiserverValidator(line);
    raw = await openApiserverValidator(line, { raw: true });
  });
  afterAll(async () => {
    await typed.close();
    await raw.close();
  });

  const vapOf = (expression: string, more: JsonObject = {}): JsonObject => ({
    ...vap,
    spec: { ...(vap["spec"] as JsonObject), validations: [{ expression, message: "denied" }], ...more },
  });
  const judgeOne = async (engine: ApiserverValidator, policy: JsonObject, object: JsonObject) =>
    (await engine.judge(policy, [creationOf(object)]))[0]!;

  it("judges good and bad objects of each kind, with the message", async () => {
    const verdicts = await typed.judge(
      vap,
      cases.map(({ object }) => creationOf(object)),
    );
    expect(pick(verdicts)).toEqual(expectedVerdicts);
    expect(
      pick(
        await raw.judge(
          vap,
          cases.map(({ object }) => creationOf(object)),
        ),
      ),
    ).toEqual(expectedVerdicts);
    expect(verdicts.every(({ matched }) => matched === true)).toBe(true);
  });

  it("counts what the expressions cost, and times them", async () => {
    const [verdict] = await typed.measure(vap, [creationOf(podOf("a", podSpecOf(true)))], 50);
    expect(verdict?.cost?.validations).toBeGreaterThan(10);
    expect(verdict?.cost?.messages).toBeGreaterThan(10);
    expect(verdict?.nanoseconds).toBeGreaterThan(1000);
  });

  it("pays for the message of an object that passes", async () => {
    const { outcome, cost } = await judgeOne(typed, vap, podOf("a", podSpecOf(false)));
    expect(outcome).toBe("allow");
    expect(cost?.messages).toBeGreaterThan(0);
  });

  it("does not let an object of a wrong type through its kind's Go type", async () => {
    const object = podOf("a", { containers: "none" });
    expect(await judgeOne(typed, vap, object)).toMatchObject({ outcome: "error", stage: "decode" });
    const verdict = await judgeOne(raw, vap, object);
    expect(verdict).toMatchObject({ outcome: "error", stage: "evaluate" });
    expect(verdict.message).toContain("got 'types.String', expected iterable type");
  });

  it("drops zero values of a built-in kind, and keeps them in a raw object", async () => {
    const object = podOf("a", { ...podSpecOf(false), hostNetwork: false });
    const policy = vapOf("!has(object.spec.hostNetwork)");
    expect((await judgeOne(typed, policy, object)).outcome).toBe("allow");
    expect((await judgeOne(raw, policy, object)).outcome).toBe("deny");
  });

  it("gives an error for a policy that does not compile, with the place", async () => {
    const errors = await typed.compile(brokenVap);
    expect(errors.map(({ field }) => field)).toEqual(["spec.validations[0].expression"]);
    const verdict = await judgeOne(typed, brokenVap, podOf("a", podSpecOf(false)));
    expect(verdict).toMatchObject({ outcome: "error", stage: "policy" });
    expect(verdict.message).toContain("Syntax error: missing ')'");
  });

  it("refuses a policy with a field that does not exist", async () => {
    const [error] = await typed.compile({ ...vap, spec: { ...(vap["spec"] as JsonObject), validation: [] } });
    expect(error?.message).toContain('unknown field "spec.validation"');
  });

  it("tells a message expression that fails from a denial", async () => {
    const policy = vapOf("false", {
      validations: [{ expression: "false", messageExpression: "string(object.metadata.none)" }],
    });
    const verdict = await judgeOne(typed, policy, podOf("a", podSpecOf(false)));
    expect(verdict).toMatchObject({ outcome: "error", stage: "message" });
    expect(verdict.message).toContain("no such key: none");
  });

  it("finds an error that the failure policy hides", async () => {
    const verdict = await judgeOne(
      typed,
      vapOf("object.none == 1", { failurePolicy: "Ignore" }),
      podOf("a", podSpecOf(false)),
    );
    expect(verdict).toMatchObject({ outcome: "error", stage: "evaluate" });
  });

  it("asks the server's own matcher", async () => {
    const service = { apiVersion: "v1", kind: "Service", metadata: { name: "a" } };
    expect(await judgeOne(typed, vapOf("false"), service)).toMatchObject({ outcome: "allow", matched: false });
    const onSubresource = {
      operation: "UPDATE",
      subresource: "status",
      object: podOf("a", {}),
      oldObject: podOf("a", {}),
    } as const;
    const [status] = await typed.judge(vapOf("false"), [onSubresource]);
    expect(status).toMatchObject({ outcome: "allow", matched: false });
    const [ephemeral] = await typed.judge(vapOf("false"), [{ ...onSubresource, subresource: "ephemeralcontainers" }]);
    expect(ephemeral).toMatchObject({ outcome: "deny", message: "denied" });
    const selector = { namespaceSelector: { matchLabels: { team: "a" } } };
    const { matchConstraints } = vap["spec"] as { readonly matchConstraints: JsonObject };
    const selecting = vapOf("false", { matchConstraints: { ...matchConstraints, ...selector } });
    const inNamespace = (labels: Record<string, string>) =>
      ({ ...creationOf(podOf("a", podSpecOf(false))), namespace: { name: "default", labels } }) as const;
    const verdicts = await typed.judge(selecting, [inNamespace({ team: "a" }), inNamespace({})]);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(["deny", "allow"]);
  });

  it("binds the old object and the operation of each request", async () => {
    const old = podOf("old", podSpecOf(false));
    const policy = vapOf("oldObject == null ? request.operation == 'CREATE' : oldObject.metadata.name == 'old'");
    const all = vapOf("object == null && oldObject.metadata.name == 'old'", {
      matchConstraints: {
        resourceRules: [{ apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["*"] }],
      },
    });
    const update = { operation: "UPDATE", object: podOf("new", podSpecOf(false)), oldObject: old } as const;
    expect(pick(await typed.judge(policy, [creationOf(old), update]))).toEqual([
      { outcome: "allow" },
      { outcome: "allow" },
    ]);
    expect(pick(await typed.judge(all, [{ operation: "DELETE", oldObject: old }]))).toEqual([{ outcome: "allow" }]);
  });

  it("takes a Namespace for a member of itself, without a namespace object", async () => {
    const resourceRules = [{ apiGroups: [""], apiVersions: ["v1"], operations: ["*"], resources: ["namespaces"] }];
    const policy = vapOf("request.namespace == 'n' && namespaceObject == null", {
      matchConstraints: { resourceRules },
    });
    const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "n" } };
    expect(await judgeOne(typed, policy, namespace)).toMatchObject({ outcome: "allow", matched: true });
  });

  it("judges any JSON object, and survives what is none", async () => {
    const anything = vapOf("true", {
      matchConstraints: {
        resourceRules: [{ apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["*"] }],
      },
    });
    const odd = [
      {},
      { metadata: "x" },
      { kind: 5, metadata: { labels: [] } },
      { a: { b: [null, 1e300, -0] } },
    ] as const;
    const lenient = await openApiserverValidator(line, { raw: true, unmatched: true });
    const verdicts = await lenient.judge(anything, odd.map(creationOf));
    const [list] = await lenient.judge(anything, [{ operation: "CREATE", object: [] as unknown as JsonObject }]);
    await lenient.close();
    expect(pick(verdicts)).toEqual(odd.map(() => ({ outcome: "allow" })));
    expect(list).toMatchObject({ outcome: "error", stage: "decode" });
  });

  it("stops at the cost that a server would stop at", async () => {
    const names = Array.from({ length: 400 }, (_, index) => ({ name: `V${index}`, value: "x".repeat(400) }));
    const object = podOf("a", { containers: [{ name: "a", image: "b", env: names }] });
    const regex = "object.spec.containers.all(c, c.env.all(e, c.env.all(f, !f.value.matches('(a|b)+[0-9]{3,}$'))))";
    const verdict = await judgeOne(typed, vapOf(regex), object);
    expect(verdict).toMatchObject({ outcome: "error", stage: "evaluate" });
    expect(verdict.message).toMatch(/cost/);
  });
});

describe("two minors", () => {
  it("differ in the libraries that a new policy may use", async () => {
    const sorting = {
      ...vap,
      spec: { ...(vap["spec"] as JsonObject), variables: [], validations: [{ expression: "[2, 1].sort() == [1, 2]" }] },
    };
    const [newest, oldest] = [await openApiserverValidator("new"), await openApiserverValidator("old")];
    expect(await newest.compile(sorting)).toEqual([]);
    expect((await oldest.compile(sorting))[0]?.message).toContain("undeclared reference to 'sort'");
    expect([newest.version, oldest.version].map((version) => version.split(".")[1])).toEqual(["37", "30"]);
    await newest.close();
    await oldest.close();
  });
});
