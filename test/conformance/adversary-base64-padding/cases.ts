import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("padding", widget({ tags: ["YQ==", "YQ", "YQ=", "YR==", "YWI=", "YWJj", "", "=", "===="] }), [
    "spec <>",
    "spec = <none>",
    "spec ==== <none>",
    "spec YQ <none>",
    "spec YQ= <none>",
    "spec YQ== <a>",
    "spec YR== <a>",
    "spec YWI= <ab>",
    "spec YWJj <abc>",
  ]),
  given(
    "other alphabets and bytes",
    widget({ tags: ["8J+YgA==", "8J-YgA==", "/w==", "w6k=", "7aCA", "YQ==\n", " YQ==", "YWI=YWI="] }),
    [
      "spec /w== <none>",
      "spec 7aCA <none>",
      "spec 8J+YgA== <😀>",
      "spec 8J-YgA== <none>",
      "spec YQ==  <a>",
      "spec YQ== <none>",
      "spec YWI=YWI= <none>",
      "spec w6k= <é>",
    ],
  ),
];
