import { describe, expect, it } from "vitest";
import { opinionsOf, outcomeOf } from "./wasm-outcome.js";

const ids = ["a", "b"];

describe("outcomeOf", () => {
  it("is null only when every policy ran and found nothing", () => {
    expect(outcomeOf({ a: [], b: [] }, ids)).toBeNull();
    expect(outcomeOf({ a: [] }, ids)).not.toBeNull();
    expect(outcomeOf({ a: [], b: [{ path: [], msg: "x" }] }, ids)).not.toBeNull();
  });
  it.each([undefined, null, [], "x", true])("takes %j as a failure, never as clean", (result) => {
    expect(outcomeOf(result, ids)).toEqual({ failed: "the WASM entrypoint gave no result" });
  });
});

describe("opinionsOf", () => {
  const opinions = (result: unknown) => opinionsOf(outcomeOf(result, ids), ids);
  it("fails the policy that is missing and keeps the other", () => {
    expect(opinions({ b: [{ path: ["spec"], msg: "x" }] })).toEqual([
      { failed: "it did not run in WASM" },
      [{ path: ["spec"], message: "x" }],
    ]);
  });
  it("sorts and takes each violation once", () => {
    const twice = { path: ["z"], msg: "m" };
    expect(opinions({ a: [twice, { path: ["a", 1], msg: "m" }, twice], b: [] })[0]).toEqual([
      { path: ["a", 1], message: "m" },
      { path: ["z"], message: "m" },
    ]);
  });
  it.each([[{ path: "spec", msg: "x" }], [{ path: [null], msg: "x" }], [{ path: [] }], ["x"], [null]])(
    "refuses %j as a violation",
    (item) => {
      expect(opinions({ a: [item], b: [] })[0]).toEqual({ failed: "WASM gave something that is no violation" });
    },
  );
  it("is not fooled by an id that every object has", () => {
    expect(opinionsOf({ found: {} }, ["toString"])).toEqual([{ failed: "it did not run in WASM" }]);
  });
});
