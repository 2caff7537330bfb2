import { integer, kinds, list, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

function contains(input: string | undefined, data: string): boolean {
  return input === data;
}

function not(count: boolean | undefined): boolean {
  return !count;
}
export const reservedNames = policy({
  id: "not-a-1",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { data: string("a"), default: list(string(), ["b"]), with: integer(3) },
  check({ spec: input, metadata: data }, { params: msg, report: violations }) {
    const path = input.text;
    const judged = input.flag;
    const some = input.tags ?? [];
    const found = input.parts?.find((package_) => package_.on);
    if (contains(path, msg.data)) violations(input, "contains");
    if (not(judged)) violations(input, "not");
    for (const set of some) if (msg.default.includes(set)) violations(input, set);
    if (found !== undefined) violations(found, found.name);
    for (const workload of input.parts ?? [])
      for (const request of workload.parts ?? [])
        if (request.name === workload.name) violations(request, data.name ?? "none");
    if (input.count === msg.with) violations(input, "with");
  },
});
