import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeBase64 } from "./base64.js";

type Row = readonly [encoded: string, text: string | null];
const rows = JSON.parse(readFileSync(new URL("fixtures/base64.json", import.meta.url), "utf8")) as Row[];

describe("decodeBase64", () => {
  it("reads what encoding/base64 of Go reads, where that is UTF-8", () => {
    expect(rows.filter(([encoded, text]) => decodeBase64(encoded) !== (text ?? undefined))).toEqual([]);
    expect(rows.filter(([, text]) => text !== null).length).toBeGreaterThan(400);
  });

  it("keeps a byte order mark, and what looks like an escape", () => {
    expect(decodeBase64("77u/QQ==")).toBe("\ufeffA");
    expect(decodeBase64("JTQxKys=")).toBe("%41++");
  });

  it("reads up to its limit, line breaks aside", () => {
    expect(decodeBase64("QUJD".repeat(1024))).toBe("ABC".repeat(1024));
    expect(decodeBase64("QUJD\r\n".repeat(1024))).toBe("ABC".repeat(1024));
    expect(decodeBase64("QUJD".repeat(1025))).toBeUndefined();
  });

  it.each([undefined, null, 1, {}, ["QQ=="]])("gives undefined for %j", (value) => {
    expect(decodeBase64(value as never)).toBeUndefined();
  });
});
