import { describe, expect, it } from "vitest";
import { editDistance, nearest } from "./suggest.js";

describe("editDistance", () => {
  it("counts insertions, deletions, replacements and swaps of neighbours", () => {
    expect(editDistance("check", "check")).toBe(0);
    expect(editDistance("chck", "check")).toBe(1);
    expect(editDistance("chekc", "check")).toBe(1);
    expect(editDistance("kitten", "sitting")).toBe(3);
    expect(editDistance("", "abc")).toBe(3);
  });
});

describe("nearest", () => {
  it("finds what was probably meant, whatever its case", () => {
    expect(nearest("Deploymnet", ["Deployment", "DaemonSet"])).toBe("Deployment");
    expect(nearest("wrít1203", ["WRIT1203", "WRIT1101"])).toBe("WRIT1203");
  });
  it("suggests nothing that is far away", () => {
    expect(nearest("banana", ["check", "test"])).toBeUndefined();
    expect(nearest("x", [])).toBeUndefined();
  });
});
