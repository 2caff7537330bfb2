import { describe, expect, it } from "vitest";
import { compareViolations, sortViolations, type Path } from "./violation.js";

const at = (path: Path, message = "m"): { path: Path; message: string } => ({ path, message });

describe("sortViolations", () => {
  it("orders by path, then message, and keeps each once", () => {
    const ordered = [
      at([]),
      at([2]),
      at([10]),
      at([10, 0]),
      at(["a"], "1"),
      at(["a"], "2"),
      at(["a", 9]),
      at(["a", 10]),
      at(["a", "10"]),
      at(["a", "9"]),
      at(["ab"]),
      at(["\ufffd"]),
      at(["😀"]),
    ];
    expect(sortViolations([...ordered, ...ordered].toReversed())).toEqual(ordered);
  });

  it("compares messages by code point", () => {
    expect(compareViolations(at([], "\uffff"), at([], "😀"))).toBeLessThan(0);
    expect(compareViolations(at([], "\ud7ff"), at([], "😀"))).toBeLessThan(0);
    expect(compareViolations(at([], "😀"), at([], "😁"))).toBeLessThan(0);
    expect(compareViolations(at([], "a"), at([], "ab"))).toBeLessThan(0);
    expect(compareViolations(at([], "a"), at([], "a"))).toBe(0);
  });
});
