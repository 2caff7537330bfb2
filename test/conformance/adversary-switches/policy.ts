import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversarySwitches = policy({
  id: "adversary-switches",
  title: "a switch takes the first case that matches, wherever its default stands",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const { text, port } = spec;
    switch (text) {
      case "a":
      default:
        report(spec, "a or another");
        break;
      case "b":
        report(spec, "b");
        break;
      case undefined:
        report(spec, "absent");
    }
    switch (port) {
      case 80:
        report(spec, "eighty");
        break;
      case "80":
        report(spec, "the text");
        break;
      case undefined:
      case "":
        report(spec, "none or empty");
    }
    for (const part of spec.parts ?? []) {
      switch (part.on) {
        default: {
          if (part.size !== undefined) report(part, "sized");
          break;
        }
        case true:
          continue;
        case false: {
          switch (part.name) {
            case "":
              continue;
            case text:
              report(part, "named by the text");
          }
          report(part, "off");
        }
      }
      report(part, "after");
    }
  },
});
