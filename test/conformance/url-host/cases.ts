import { given, widget, type Case } from "../case.js";

const other = (name: string, text: string, host: string): Case =>
  given(name, widget({ text }), [`spec ${host}`, "spec not allowed"]);
const none = (name: string, text: string): Case => given(name, widget({ text }), ["spec no host"]);

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no host"]),
  given("all parts", widget({ text: "https://user:pw@Example.COM:8443/a?b=c#d" }), ["spec example.com"]),
  given("IPv4", widget({ text: "http://10.0.0.1" }), ["spec 10.0.0.1"]),
  given("IPv6", widget({ text: "http://[2001:DB8::1]:80/" }), ["spec 2001:db8::1"]),
  given("internal", widget({ text: "grpc://a.Internal" }), ["spec a.internal", "spec internal", "spec not allowed"]),
  other("other scheme", "oci://registry.example/app", "registry.example"),
  other("final dot", "http://example.com./", "example.com."),
  other("at sign in the path", "http://evil.example/@example.com", "evil.example"),
  other("at sign in the query", "http://evil.example?@example.com", "evil.example"),
  other("IPv4 in IPv6", "http://[::ffff:10.0.0.1]/", "::ffff:10.0.0.1"),
  none("empty", ""),
  none("no scheme", "//example.com/"),
  none("no slashes", "mailto:a@example.com"),
  none("empty host", "http:///example.com"),
  none("backslash", "http://example.com\\@evil.example/"),
  none("line feed", "http://example.com\n"),
  none("two at signs", "http://example.com@evil.example@example.com/"),
  none("short IPv4", "http://10.1/"),
  none("octal IPv4", "http://010.0.0.1/"),
  none("hexadecimal IPv4", "http://0x0a000001/"),
  none("escaped host", "http://ex%61mple.com/"),
  none("other script", "http://exämple.com/"),
  none("IPv6 with two gaps", "http://[1::2::3]/"),
  none("IPv6 zone", "http://[fe80::1%25eth0]/"),
  none("port beyond the last", "http://example.com:65536/"),
  none("file", "FILE://example.com/x"),
];
