import { describe, expect, it } from "vitest";
import { collectItems, parseDocuments } from "./documents.js";
import { problemExamples } from "./examples.js";
import { defaultBudget } from "./types.js";

const codesOf = (text: string): readonly string[] =>
  collectItems(parseDocuments(text, { file: "web.yaml", budget: defaultBudget })).problems.map(({ code }) => code);

describe("the example of a problem", () => {
  const files = Object.entries(problemExamples).filter(([, { kind }]) => kind === "file");
  it.each(files)("%s", (code, { wrong, right }) => {
    expect(codesOf(wrong)).toContain(code);
    expect(codesOf(right)).toEqual([]);
  });

  it("is about a file for every code of a text", () => {
    expect(files.map(([code]) => code)).toEqual(
      Object.keys(problemExamples).filter((code) => !code.startsWith("INPUT1")),
    );
  });
});
