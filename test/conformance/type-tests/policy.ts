import { kinds, policy, type IntOrString } from "@writ/sdk";
import { Widget } from "../widget.js";

const isText = (value: IntOrString) => typeof value === "string";

function shown(value: IntOrString | undefined): string {
  if (value === undefined) return "none";
  return isText(value) ? `text ${value}` : `number ${value + 1}`;
}

export const typeTests = policy({
  id: "type-tests",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const { port, free } = spec;
    if (typeof port === "number" && port < 1024) report(spec, "low");
    if (typeof port === "string" && port.startsWith("h")) report(spec, "h");
    if (typeof port === "undefined") report(spec, "absent");
    if (typeof port !== "number") report(spec, "no number");
    report(spec, shown(port));
    if (typeof free === "string" && free.includes("x")) report(spec, `free ${free}`);
    if (typeof free === "boolean" && free) report(spec, "free");
    for (const part of spec.parts ?? []) {
      switch (typeof part.port) {
        case "number":
          report(part, "number");
          break;
        case "string":
          report(part, "text");
          break;
        default:
          report(part, "neither");
      }
    }
  },
});
