import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const labels = { team: "x", 2: "two", 1: "one" };

export const objectKeys = policy({
  id: "object-keys",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ metadata, spec }, { report }) {
    const own = metadata.labels ?? {};
    if (Object.keys(own).some((key) => key.startsWith("a"))) report(metadata, "a key");
    if (Object.keys(metadata.labels ?? {}).length > 2) report(metadata, "three keys");
    if (Object.values(own).includes("x")) report(metadata, "x");
    if (Object.values(own).every((value) => value !== "")) report(metadata, "none empty");
    if (Object.entries(own).some(([key, value]) => key === value)) report(metadata, "same");
    if (!Object.entries(own).every((entry) => entry[1] !== "bad" || entry[0] === "ok")) report(metadata, "bad");
    if (Object.entries(own).filter(([key]) => key !== "team").length === 1) report(metadata, "one besides team");
    if (Object.hasOwn(own, "constructor")) report(metadata, "constructor");
    if (metadata.labels !== undefined && "toString" in metadata.labels) report(metadata, "toString");
    if (Object.entries(spec.table ?? {}).some(([key, part]) => part.name !== key)) report(spec, "misnamed");
    if (
      Object.values(spec.table ?? {})
        .flatMap((part) => part.tags ?? [])
        .includes("x")
    )
      report(spec, "x in a table");
    for (const [key, value] of Object.entries(labels))
      if (metadata.labels?.[key] === value) report(metadata, `${key} is ${value}`);
    for (const key of Object.keys(labels)) if (Object.hasOwn(own, key)) report(metadata, `has ${key}`);
    if (spec.table !== undefined && Object.keys(spec.table).length === 0) report(spec, "empty");
  },
});
