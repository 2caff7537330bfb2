import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cleanMessage } from "./message.js";

type Row = readonly [message: string, cleaned: string];
const rows = JSON.parse(readFileSync(new URL("fixtures/messages.json", import.meta.url), "utf8")) as Row[];

describe("cleanMessage", () => {
  it("cleans every row of the shared table", () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.map(([message]) => cleanMessage(message, "some-policy"))).toEqual(rows.map(([, cleaned]) => cleaned));
  });

  it("keeps 400 code points", () => {
    expect(cleanMessage("a".repeat(401), "p")).toBe("a".repeat(400));
    expect(cleanMessage("😀".repeat(401), "p")).toBe("😀".repeat(400));
    expect(cleanMessage(`${"a".repeat(399)}😀b`, "p")).toBe(`${"a".repeat(399)}😀`);
    expect(cleanMessage("😀".repeat(300), "p")).toBe("😀".repeat(300));
  });

  it("counts after the spaces at both ends went, and then leaves what the cut leaves", () => {
    expect(cleanMessage(` ${"a".repeat(400)} `, "p")).toBe("a".repeat(400));
    expect(cleanMessage(`${"a".repeat(399)} b`, "p")).toBe(`${"a".repeat(399)} `);
  });

  it("replaces half a surrogate pair, which no engine can hold", () => {
    expect(cleanMessage("a\ud83d", "p")).toBe("a\ufffd");
    expect(cleanMessage("\ude00😀", "p")).toBe("\ufffd😀");
  });

  it.each([undefined, null, 1, {}])("survives %s", (value) => {
    expect(cleanMessage(value as never, "p")).toBe("violates p");
  });
});
