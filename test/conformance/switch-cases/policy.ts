import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

type Size = "small" | "large" | "odd";

function sizeOf(name: string): Size {
  switch (name) {
    case "s":
    case "m":
      return "small";
    default:
      return "odd";
    case "l": {
      return "large";
    }
  }
}

export const switchCases = policy({
  id: "switch-cases",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    switch (spec.text) {
      case undefined:
        report(spec, "no text");
        break;
      case "a":
      case "b": {
        report(spec, "a or b");
        break;
      }
      case "quit":
        report(spec, "quit");
        return;
      case "é":
        report(spec, "accent");
        break;
      default:
        report(spec, "other text");
    }
    switch (spec.count ?? -1) {
      case 0:
        report(spec, "zero");
        break;
      case 9007199254740991:
        report(spec, "largest");
        break;
    }
    switch (spec.flag) {
      case true:
        report(spec, "on");
        break;
      case false:
        report(spec, "off");
        break;
    }
    switch (true) {
      case (spec.tags ?? []).length > 1:
        report(spec, "many tags");
        break;
      case spec.tags?.includes("x"):
        report(spec, "x");
        break;
      default:
    }
    for (const part of spec.parts ?? []) {
      switch (sizeOf(part.name)) {
        case "odd":
          continue;
        case "large":
          if (part.on === true) {
            report(part, "large and on");
            break;
          } else {
            report(part, "large");
            break;
          }
        case "small":
          break;
      }
      report(part, `sized ${sizeOf(part.name)}`);
    }
  },
});
