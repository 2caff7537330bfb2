import { given, widget, type Case } from "../case.js";

const named = (name: string, expected: "address" | "prefix" | "neither"): Case =>
  given(
    name === "" ? "empty" : name,
    widget({ text: name, parts: [{ name }] }),
    expected === "prefix" ? ["spec prefix"] : [`spec/parts/0 ${expected}`],
  );

// As Go's net/netip reads them, without zones and without IPv4-mapped addresses: what Kubernetes' ip() and cidr() take.
export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  named("10.0.0.1", "address"),
  named("255.255.255.255", "address"),
  named("256.0.0.1", "neither"),
  named("010.0.0.1", "neither"),
  named("10.0.1", "neither"),
  named("10.0.0.1 ", "neither"),
  named("2001:DB8::1", "address"),
  named("::", "address"),
  named("1:2:3:4:5:6:7::", "address"),
  named("1:2:3:4:5:6:7:8::", "neither"),
  named("1::2::3", "neither"),
  named("64:ff9b::192.0.2.33", "address"),
  named("::192.0.2.33:1", "neither"),
  named("::ffff:10.0.0.1", "neither"),
  named("fe80::1%eth0", "neither"),
  named("12345::", "neither"),
  named("10.1.2.3/8", "prefix"),
  named("0.0.0.0/0", "prefix"),
  named("10.0.0.0/33", "neither"),
  named("10.0.0.0/08", "neither"),
  named("10.0.0.0/", "neither"),
  named("10.0.0.0/8/8", "neither"),
  named("::/128", "prefix"),
  named("::/129", "neither"),
  named("::ffff:0:0/96", "neither"),
  named("localhost", "neither"),
  named("", "neither"),
  given("number", widget({ text: 10 }), ["spec/text spec.text must be a string"]),
];
