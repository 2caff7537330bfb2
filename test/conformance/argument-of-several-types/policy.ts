import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

function isOpen(port: number | string | undefined): boolean {
  return port !== undefined && port !== 80 && port !== "http" && (port === 443 || port === "https" || port === "");
}

function describe(text: string | undefined): string {
  return text === undefined ? "nothing" : text;
}

export const argumentOfSeveralTypes = policy({
  id: "argument-of-several-types",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const part of spec.parts ?? []) {
      const { port } = part;
      if (isOpen(port)) report(part, "open");
      if (!isOpen(port)) report(part, "not open");
      const on = part.on;
      if ((spec.flag ?? (on || on)) === part.parts?.some((inner) => inner.on)) report(part, "same");
    }
    if (describe(undefined) === describe(spec.text)) report(spec, "no text");
    if (describe("a") === "a") report(spec, "a is a");
    if (describe(`${spec.count ?? 0}`) === describe(spec.text)) report(spec, "text is the count");
    if ((spec.tags ?? []).length !== undefined) report(spec, "a length is there");
  },
});
