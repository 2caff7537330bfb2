import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec $(object.spec) {{ object.spec }} ${object}"]),
  given(
    "all of them",
    widget({
      text: "{{y}}",
      tags: ["$(x)", "{{ request.object.kind }}", "{{{{", "\\{{x}}", "%!s(MISSING)", "${x}", "#{x}", "<no value>"],
      table: { "{{x}}": { name: "$(y)" } },
      main: { name: "{{ name }}" },
    }),
    [
      "spec $(object.spec) {{ object.spec }} ${object}",
      "spec found $(x)",
      "spec found {{ request.object.kind }}",
      "spec found {{{{",
      "spec found \\{{x}}",
      "spec found %!s(MISSING)",
      "spec found ${x}",
      "spec found #{x}",
      "spec found <no value>",
      "spec/$(x)/{{y}} matched $(x) {{y}}",
      "spec/table/{{x}}/name {{",
      "spec $(y}}",
      "spec $$(name)",
      "spec glob {{*}}",
    ],
  ),
];
