import { describe, expect, it } from "vitest";
import { workloads } from "../match.js";
import { integer, list, quantity, string } from "../params.js";
import { policy } from "../policy.js";
import { definitionModule } from "../definition-site.js";
import { withParams } from "./with-params.js";

const bounded = policy({
  id: "bounded",
  title: "t",
  severity: "low",
  match: workloads(),
  params: { most: integer(1), names: list(string(), ["a"]), size: quantity() },
  deny: (_, { params }) => params.most > 1,
  message: "no",
});

describe("withParams", () => {
  it("gives a policy with other values, and leaves the first alone", () => {
    const other = withParams(bounded, { most: 2, size: "1Gi" });
    expect(other.params).toEqual({
      most: { type: "integer", default: 2 },
      names: { type: "list", element: { type: "string" }, default: ["a"] },
      size: { type: "quantity", default: "1Gi" },
    });
    expect(bounded.params.most).toEqual({ type: "integer", default: 1 });
    expect(withParams(other, { most: 3 }).params.size).toEqual({ type: "quantity", default: "1Gi" });
    expect(definitionModule(other)).toBe(definitionModule(bounded));
    expect(definitionModule(bounded)).toMatch(/with-params\.test\.ts$/);
  });
  it.each([
    [{ most: 1.5 }, "the parameter `most` of bounded must be an integer"],
    [{ names: ["a", 1] }, "the parameter `names` of bounded must be a list, each element a text"],
    [{ size: "1GiB" }, "the parameter `size` of bounded must be a quantity"],
    [{ most: undefined }, "the parameter `most` of bounded must be an integer"],
    [{ mots: 1 }, "bounded has no parameter `mots`; known: most, names, size"],
    [{ toString: 1 }, "bounded has no parameter `toString`"],
  ])("refuses %j", (values, message) => {
    expect(() => withParams(bounded, values as never)).toThrow(message);
  });
});
