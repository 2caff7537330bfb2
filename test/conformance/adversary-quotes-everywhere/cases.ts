import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec 'a' \"b\" `c` \\d\\", "spec violates adversary-quotes-everywhere"]),
  given("single", widget({ text: "'''", tags: ["a", "b"], table: { "'\\\"": { name: "`" } } }), [
    "spec ''' is a quote",
    'spec \'a\' "b" `c` \\d\\ """',
    "spec a\\b",
    "spec three",
    "spec a quoted key",
  ]),
  given("double", widget({ text: '"""' }), [
    'spec """ is a quote',
    'spec \'a\' "b" `c` \\d\\ """',
    "spec violates adversary-quotes-everywhere",
    'spec/\\/"/\' \\ or "',
  ]),
  given("a backslash and an n", widget({ text: "\\n" }), [
    "spec \\n is a quote",
    "spec 'a' \"b\" `c` \\d\\ \\n",
    "spec violates adversary-quotes-everywhere",
    "spec no line break",
    'spec/\\/"/\' \\ or "',
  ]),
];
