import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryFreeTypes = policy({
  id: "adversary-free-types",
  title: "a member of any type is told by what it is, and equals nothing of another type",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const { free, port } = spec;
    if (typeof free === "string") report(spec, `text <${free}>`);
    if (typeof free === "boolean") report(spec, free ? "true" : "false");
    if (typeof free === "undefined") report(spec, "absent");
    if (typeof free === "string" && free === "1") report(spec, "the text 1");
    if (typeof free === "boolean" && free === true) report(spec, "is true");
    if (free === undefined) report(spec, "is absent");
    if (typeof free !== "string" || free !== "") report(spec, "is not empty");
    if (typeof free === "string" && free === spec.text) report(spec, "is the text");
    if (typeof port === "string" ? port === "1" : port === 1) report(spec, "port 1");
    if (typeof port !== "string" && typeof port !== "number") report(spec, "no port");
  },
});
