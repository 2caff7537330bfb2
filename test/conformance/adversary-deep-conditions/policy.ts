import { count, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const grade = (count: number): string =>
  count < 1
    ? "none"
    : count < 2
      ? "one"
      : count < 3
        ? "two"
        : count < 4
          ? "three"
          : count < 5
            ? "four"
            : count < 6
              ? "five"
              : count < 7
                ? "six"
                : count < 8
                  ? "seven"
                  : count < 9
                    ? "eight"
                    : count < 10
                      ? "nine"
                      : "many";
export const adversaryDeepConditions = policy({
  id: "adversary-deep-conditions",
  title: "conditions that are nested deeply, or joined in large numbers",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const { text = "", flag, count = 0, tags = [] } = spec;
    report(spec, grade(count));
    if (!!!!(!!flag === !!!!flag)) report(spec, "itself");
    if (flag) report(spec, "bracketed");
    if (
      text === "a" ||
      text === "b" ||
      text === "c" ||
      text === "d" ||
      text === "e" ||
      text === "f" ||
      text === "g" ||
      text === "h" ||
      text === "i" ||
      text === "j" ||
      text === "k" ||
      text === "l" ||
      text === "m" ||
      text === "n" ||
      text === "o" ||
      text === "p" ||
      text === "q" ||
      text === "r" ||
      text === "s" ||
      text === "t" ||
      text === "u" ||
      text === "v" ||
      text === "w" ||
      text === "x"
    )
      report(spec, "a letter");
    if (
      flag &&
      (!flag || (count > 1 && (!(count > 2) || (tags.length > 0 && (tags[0] === "x" || (flag && !(tags.length > 1)))))))
    )
      report(spec, "deep");
    if (text !== "a") {
      if (text !== "b") {
        if (count !== 1) {
          if (count !== 2) {
            if (!flag) {
              if (tags.length === 0) {
                report(spec, "nothing of all this");
              } else if (tags.every((tag) => tag !== "y")) report(spec, "no y");
              else report(spec, "a y");
            } else if (count === 3) report(spec, "three");
          } else report(spec, "two");
        } else if (flag) report(spec, "one");
      }
    }
  },
});
