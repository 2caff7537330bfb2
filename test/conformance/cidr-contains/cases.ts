import { given, widget, type Case } from "../case.js";

const unknown = ["spec unknown", "spec not known to be outside"] as const;
const contained = ["spec contained", "spec not known to be outside"] as const;
const pair = (cidr: string, other: string, expected: readonly string[]): Case =>
  given(`${cidr} and ${other}`, widget({ text: cidr, tags: [other] }), expected);

export const cases: readonly Case[] = [
  given("absent", widget({}), unknown),
  given("one absent", widget({ text: "10.0.0.0/8" }), unknown),
  given(
    "allowed",
    widget({
      parts: ["10.1.2.3", "11.0.0.0", "10.0.0.0/9", "10.0.0.0/7", "2001:db8:7fff::", "2001:db8:8000::", "x"].map(
        (name) => ({ name }),
      ),
    }),
    [...unknown, ...[1, 3, 5, 6].map((at) => `spec/parts/${at} outside`)],
  ),
  pair("10.0.0.0/8", "10.255.255.255", contained),
  pair("10.0.0.0/8", "9.255.255.255", []),
  pair("10.1.2.3/8", "10.200.0.0/16", contained),
  pair("10.0.0.0/8", "10.0.0.0/8", contained),
  pair("10.0.0.0/9", "10.128.0.0", []),
  pair("10.0.0.0/16", "10.0.0.0/8", []),
  pair("0.0.0.0/0", "255.255.255.255", contained),
  pair("0.0.0.0/0", "::", []),
  pair("::/0", "10.0.0.1", []),
  pair("::/0", "::ffff:10.0.0.1", unknown),
  pair("2001:DB8::/33", "2001:0db8:7FFF:ffff::1", contained),
  pair("64:ff9b::/96", "64:ff9b::192.0.2.33", contained),
  pair("::1/128", "0:0:0:0:0:0:0:1", contained),
  pair("10.0.0.1", "10.0.0.1", unknown),
  pair("10.0.0.0/08", "10.0.0.1", unknown),
  pair("10.0.0.0/8", "010.0.0.1", unknown),
  given("number", widget({ text: 10 }), ["spec/text spec.text must be a string"]),
];
