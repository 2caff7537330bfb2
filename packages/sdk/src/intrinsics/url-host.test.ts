import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { urlHost } from "./url-host.js";

type Row = readonly [url: string, host: string | null];
const rows = JSON.parse(readFileSync(new URL("fixtures/urls.json", import.meta.url), "utf8")) as Row[];
const hosts = rows.flatMap(([url, go]) => {
  const host = urlHost(url);
  return host === undefined ? [] : [{ url, go, host }];
});

/** The host as the WHATWG URL Standard has it, of the same URL with a scheme that it treats as the web's. */
function whatwgHost(url: string): string {
  return new URL(url.replace(/^[^:]+/, "https")).hostname;
}

describe("urlHost", () => {
  it("gives only hosts that net/url of Go gives", () => {
    expect(hosts.length).toBeGreaterThan(500);
    expect(hosts.filter(({ go, host }) => go?.toLowerCase() !== host)).toEqual([]);
  });

  it("gives only hosts that the WHATWG URL Standard gives", () => {
    const differing = hosts.filter(({ url, host }) => {
      const other = host.includes(":") ? whatwgHost(`https://[${host}]`) : host;
      return whatwgHost(url) !== other;
    });
    expect(differing).toEqual([]);
  });

  it("leaves out few that both agree on", () => {
    const agreed = rows.filter(([url, go]) => {
      try {
        return go !== null && go !== "" && whatwgHost(url) === go && urlHost(url) === undefined;
      } catch {
        return false;
      }
    });
    const reasons = [
      /^file:/i,
      /[^\x21-\x7e]/,
      /[[\]{}|\\^`"<>]/,
      /#.*#/,
      /%(?![0-9a-f]{2})/i,
      /@.*@/,
      /[,;'!$&()*+=~]/,
    ];
    expect(agreed.filter(([url]) => !reasons.some((reason) => reason.test(url)))).toEqual([]);
  });

  it.each([
    ["https://user@Example.com:8443/x", "example.com"],
    ["https://user:secret@example.com", "example.com"],
    ["oci://registry.example.com/app?x#y", "registry.example.com"],
    ["http://[2001:DB8::1]:80/", "2001:db8::1"],
    ["http://[::ffff:10.0.0.1]", "::ffff:10.0.0.1"],
    ["http://10.0.0.1:80", "10.0.0.1"],
  ])("reads %s", (url, host) => {
    expect(urlHost(url)).toBe(host);
  });

  it.each([
    ...[
      "https://good.example\\@evil.example/",
      "https://good.example\t@evil.example/",
      "https:/example.com",
      "//example.com",
    ],
    ...[
      "http://127.1/",
      "http://0x7f000001/",
      "http://2130706433/",
      "http://010.0.0.1/",
      "http://1.2.3.4./",
      "http://%65vil.example/",
    ],
    ...[
      "http://bücher.example/",
      "http://a@b@c/",
      "http:///x",
      "http://:80/",
      "http://[::1%25eth0]/",
      "file://host/x",
      "http://x:65536/",
    ],
  ])("gives undefined for %s", (url) => {
    expect(urlHost(url)).toBeUndefined();
  });

  it.each([undefined, null, 1, {}, ["http://x"]])("gives undefined for %j", (value) => {
    expect(urlHost(value as never)).toBeUndefined();
  });

  it("reads a hostile text in linear time", () => {
    const started = performance.now();
    expect(urlHost(`http://${"a".repeat(500_000)}@${"b:".repeat(250_000)}`)).toBeUndefined();
    expect(urlHost(`http://${"1.".repeat(250_000)}`)).toBeUndefined();
    expect(urlHost(`http://[${"1:".repeat(250_000)}]`)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
