import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  given("all of them", widget({ text: 'q" b` s\\ n\n $(x) {{x}} \u2028 😀 \u0000 é \\Q\\E %s' }), [
    'spec/a"b`c\\d\n q" b` s\\ n  $(x) {{x}}   😀   é \\Q\\E %s',
    "spec backslash",
    "spec nul",
  ]),
  given("backquote", widget({ text: "`", tags: ["`", "\\", '"'] }), [
    "spec backquote",
    "spec a mark",
    "spec tag `",
    "spec tag \\",
    'spec tag "',
  ]),
  given("line break", widget({ text: "\n", tags: ["\u2028", "$(x)", "{{x}}"] }), [
    "spec line break",
    "spec a mark",
    "spec tag",
    "spec tag $(x)",
    "spec tag {{x}}",
  ]),
];
