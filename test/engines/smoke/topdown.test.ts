import { describe, expect, it } from "vitest";
import { openTopdown } from "../src/topdown.js";
import { cases, creationOf, expectedVerdicts, podOf, podSpecOf, rego } from "./no-privileged.js";

describe("OPA's topdown", () => {
  const opa = openTopdown();

  it("judges good and bad objects of each kind, with the message", async () => {
    const verdicts = await opa.judge(
      rego,
      cases.map(({ object }) => creationOf(object)),
    );
    expect(verdicts.map(({ violations: _, ...verdict }) => verdict)).toEqual(expectedVerdicts);
    expect(verdicts[1]?.violations).toEqual([{ path: ["spec"], msg: "privileged ⛔ ctr-1" }]);
  });

  it("gives an error for Rego that does not compile", async () => {
    const modules = { "smoke.rego": rego.modules["smoke.rego"].replace("count(names) > 0", "count(names > 0") };
    const [verdict] = await opa.judge({ ...rego, modules }, [creationOf(podOf("a", podSpecOf(true)))]);
    expect(verdict).toMatchObject({ outcome: "error", stage: "policy" });
    expect(verdict?.message).toContain("rego_parse_error");
  });

  it("gives an error for a query that is undefined or no list", async () => {
    const requests = [creationOf(podOf("a", podSpecOf(true)))];
    const [missing] = await opa.judge({ ...rego, query: "data.smoke.none" }, requests);
    expect(missing).toMatchObject({ outcome: "error", message: "the query is undefined, not a list of violations" });
    const [object] = await opa.judge({ ...rego, query: "data.smoke.spec" }, requests);
    expect(object?.outcome).toBe("error");
  });
});
