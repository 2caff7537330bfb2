import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cidrContains, isCidr, isIp } from "./ip.js";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), "utf8"));
const texts = read("addresses") as (readonly [text: string, kind: "ip" | "cidr" | null])[];
const pairs = read("cidrs") as (readonly [pair: readonly [string, string], contains: boolean | null])[];

describe("addresses", () => {
  it("are what net/netip reads, without zones and mapped ones", () => {
    expect(
      texts.filter(([text, kind]) => isIp(text) !== (kind === "ip") || isCidr(text) !== (kind === "cidr")),
    ).toEqual([]);
    for (const kind of ["ip", "cidr", null]) expect(texts.filter((row) => row[1] === kind).length).toBeGreaterThan(400);
  });

  it("are contained as in net/netip", () => {
    expect(pairs.filter(([[cidr, other], contains]) => cidrContains(cidr, other) !== (contains ?? undefined))).toEqual(
      [],
    );
    for (const answer of [true, false, null])
      expect(pairs.filter((row) => row[1] === answer).length).toBeGreaterThan(200);
  });

  it.each([
    ["10.0.0.0/8", "10.255.255.255", true],
    ["10.0.0.0/8", "11.0.0.0", false],
    ["10.1.2.3/8", "10.200.0.0/16", true],
    ["10.0.0.0/16", "10.0.0.0/8", false],
    ["10.0.0.0/8", "10.0.0.0/8", true],
    ["0.0.0.0/0", "::1", false],
    ["::/0", "10.0.0.1", false],
    ["::/0", "::ffff:10.0.0.1", undefined],
    ["2001:db8::/33", "2001:db8:8000::", false],
    ["2001:DB8::/33", "2001:db8:7fff:ffff::", true],
    ["64:ff9b::/96", "64:ff9b::192.0.2.33", true],
    ["10.0.0.1", "10.0.0.1", undefined],
    ["10.0.0.0/08", "10.0.0.1", undefined],
    ["10.0.0.0/8", "010.0.0.1", undefined],
    ["10.0.0.0/8", "10.0.0.1 ", undefined],
    ["fe80::/10", "fe80::1%eth0", undefined],
  ])("%s contains %s: %s", (cidr, other, contains) => {
    expect(cidrContains(cidr, other)).toBe(contains);
  });

  it.each([undefined, null, 1, 167772160, true, {}, [], ["10.0.0.1"]])("gives undefined for %j", (value) => {
    expect(cidrContains(value as never, "10.0.0.1")).toBeUndefined();
    expect(cidrContains("10.0.0.0/8", value as never)).toBeUndefined();
    expect(isIp(value as never)).toBe(false);
    expect(isCidr(value as never)).toBe(false);
  });

  it("reads a hostile text in linear time", () => {
    const started = performance.now();
    expect(isIp("1:".repeat(200_000))).toBe(false);
    expect(isIp("::".repeat(200_000))).toBe(false);
    expect(isCidr(`${"1.".repeat(200_000)}/8`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
