import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), []),
  given(
    "all of version 4",
    widget({
      text: "0.0.0.0/0",
      tags: ["255.255.255.255", "::1", "::ffff:1.2.3.4", "10.0.0.0/8", "1.2.3", "01.2.3.4", ""],
    }),
    [
      "spec 01.2.3.4 unknown",
      "spec 1.2.3 unknown",
      "spec 10.0.0.0/8 inside",
      "spec 255.255.255.255 inside",
      "spec ::1 outside",
      "spec ::ffff:1.2.3.4 unknown",
      "spec a prefix",
      "spec unknown",
    ],
  ),
  given("host bits", widget({ text: "10.1.2.3/8", tags: ["10.9.9.9", "10.1.2.3/8", "10.0.0.0/8", "10.0.0.0/7"] }), [
    "spec 10.9.9.9 inside",
    "spec 10.1.2.3/8 inside",
    "spec 10.0.0.0/8 inside",
    "spec 10.0.0.0/7 outside",
    "spec a prefix",
  ]),
  given(
    "version 6",
    widget({
      text: "2001:DB8::/32",
      tags: [
        "2001:db8:ffff::1",
        "2001:db8::/33",
        "2001:0db8:0:0:0:0:0:1",
        "2001:db8::1%eth0",
        "::ffff:10.0.0.1",
        "1.2.3.4",
      ],
    }),
    [
      "spec 2001:db8:ffff::1 inside",
      "spec 2001:db8::/33 inside",
      "spec 2001:0db8:0:0:0:0:0:1 inside",
      "spec 2001:db8::1%eth0 unknown",
      "spec ::ffff:10.0.0.1 unknown",
      "spec 1.2.3.4 outside",
      "spec a prefix",
    ],
  ),
  given("no prefix", widget({ text: "10.0.0.1", tags: ["10.0.0.1"] }), ["spec 10.0.0.1 unknown"]),
];
