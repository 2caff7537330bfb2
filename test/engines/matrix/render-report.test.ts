import { describe, expect, it } from "vitest";
import { withFigures } from "./render-report.js";
import type { Tally } from "./tally.js";

const tally = (subject: string, counts: Partial<Tally>): Tally => ({
  ...{ set: "library", subject, column: "wasm", engine: "OPA WASM", inputs: 5, agreed: 0, differ: 0 },
  ...{ notAdmissible: {}, notAsked: {}, gaps: {} },
  ...counts,
});

describe("the figures of a run", () => {
  it("take their place in the page, engine by engine, without what no engine answered", () => {
    const tallies = [
      tally("a", { agreed: 3, gaps: { known: 1 }, notAsked: { no: 1 } }),
      tally("b", { agreed: 5 }),
      tally("c", { refused: "too large" }),
    ];
    const page = withFigures("before\n<!-- begin figures -->\nold\n<!-- end figures -->\nafter\n", tallies);
    expect(page.split("\n").filter((line) => line !== "")).toEqual([
      "before",
      "<!-- begin figures -->",
      "| engine | policies | verdicts | differ | known gaps |",
      "| --- | --- | --- | --- | --- |",
      "| OPA WASM | 2 | 9 | 0 | 1 |",
      "9 verdicts compared, 0 differ.",
      "<!-- end figures -->",
      "after",
    ]);
  });

  it("need a place", () => {
    expect(() => withFigures("no place", [])).toThrow("no place for the figures");
  });
});
