import { given, widget, type Case } from "../case.js";

const shown = (lower: string, upper: string, trimmed: string): readonly string[] => [
  `spec lower <${lower}> upper <${upper}>`,
  `spec trimmed <${trimmed}>`,
];

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no text"]),
  given("letters", widget({ text: "aZ09@[`{" }), shown("az09@[`{", "AZ09@[`{", "aZ09@[`{")),
  given("other scripts", widget({ text: "ÄßıİΣ\u212a" }), shown("ÄßıİΣ\u212a", "ÄßıİΣ\u212a", "ÄßıİΣ\u212a")),
  given("spaces at the ends", widget({ text: "  Yes  " }), ["spec yes", ...shown("  yes  ", "  YES  ", "Yes")]),
  given("spaces inside", widget({ text: " a  b " }), shown(" a  b ", " A  B ", "a  b")),
  given("only spaces", widget({ text: "   " }), shown("   ", "   ", "")),
  given("no-break space", widget({ text: "\u00a0yes\u3000" }), [
    ...shown("\u00a0yes\u3000", "\u00a0YES\u3000", "\u00a0yes\u3000"),
  ]),
  given("byte order mark", widget({ text: "\ufeffyes" }), shown("\ufeffyes", "\ufeffYES", "\ufeffyes")),
  // A message shows a control character as a space.
  given("tab and line feed", widget({ text: "\tYES\n" }), ["spec yes", ...shown(" yes ", " YES ", "YES")]),
  given("vertical tab", widget({ text: "\u000byes" }), shown(" yes", " YES", " yes")),
  given("tags", widget({ text: "Blue", tags: ["red", "bLUE"] }), ["spec tagged", ...shown("blue", "BLUE", "Blue")]),
  given("tags unlike", widget({ text: "K", tags: ["\u212a"] }), shown("k", "K", "K")),
];
