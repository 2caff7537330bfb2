import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

import type { Part } from "../widget.js";

function hasLarge(parts: readonly Part[], limit: number): boolean {
  for (const part of parts) {
    if (part.size === undefined) continue;
    if (part.size > limit) return true;
  }
  return false;
}

function firstOn(parts: readonly Part[]): Part | undefined {
  for (const part of parts) {
    if (part.on === true) return part;
  }
  return undefined;
}

function verdict(parts: readonly Part[]): string {
  for (const { name, tags, parts: inner } of parts) {
    if (name === "skip") continue;
    for (const tag of tags ?? []) {
      if (tag === name) return `tag ${tag}`;
    }
    switch (name) {
      case "stop":
        return "stopped";
      case "deep":
        for (const below of inner ?? []) if (below.name !== "fine") return `below ${below.name}`;
        break;
    }
  }
  return "nothing";
}

function tagOf(parts: readonly Part[]): string | undefined {
  for (const part of parts) if (part.on === true) return part.tags?.[0];
  return "none on";
}

export const functionLoops = policy({
  id: "function-loops",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const parts = spec.parts ?? [];
    if (hasLarge(parts, 10)) report(spec, "large");
    const on = firstOn(parts);
    if (on !== undefined) report(on, `first ${on.name}`);
    report(spec, verdict(parts));
    report(spec, tagOf(parts) ?? "no tag");
  },
});
