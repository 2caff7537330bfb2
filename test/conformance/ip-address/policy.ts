import { isCidr, isIp, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const ipAddressPolicy = policy({
  id: "ip-address",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const part of spec.parts ?? []) {
      if (isIp(part.name)) report(part, "address");
      else if (!isCidr(part.name)) report(part, "neither");
    }
    if (isCidr(spec.text ?? "")) report(spec, "prefix");
  },
});
