import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const ports = ["80", 443, "http", 0, ""];
const listed = ["8080", 1, "1", 2] as const;
export const adversaryMixedLists = policy({
  id: "adversary-mixed-lists",
  title: "a list of numbers and texts tells them apart",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const { port } = spec;
    if (port !== undefined && ports.includes(port)) report(spec, "in the list");
    if (ports.includes(spec.count ?? -1)) report(spec, "the count");
    if (ports.includes(spec.text ?? "none")) report(spec, "the text");
    for (const one of listed) if (one === port) report(spec, `listed ${one}`);
    if (listed.some((one) => one === spec.count)) report(spec, "a listed count");
    report(spec, ports.join(" "));
  },
});
