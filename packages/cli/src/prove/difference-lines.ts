import { stringify } from "yaml";
import { count } from "../problem.js";
import type { Style } from "../report/style.js";
import { printable } from "../report/terminal-text.js";
import type { Testimony } from "./testimony.js";

/** What differs in one policy, each with the smallest request that shows it. */
export function differenceLines(testimonies: readonly Testimony[], style: Style): readonly string[] {
  return testimonies.flatMap(({ witness, differ, disagreement }) => {
    if (disagreement === undefined) return [];
    const { params, request, expected, found } = disagreement;
    const more = differ > 1 ? ` (${count(differ, "input")} differ)` : "";
    return [
      "",
      `    ${style.red(`${witness} differs`)} on the smallest request that shows it${more}:`,
      ...indented(stringify(request, { lineWidth: 0 }), 6),
      ...(Object.keys(params).length === 0 ? [] : [`    parameters:        ${printable(JSON.stringify(params))}`]),
      `    the policy means:  ${verdictText(expected)}`,
      `    ${witness} says:  ${verdictText(found)}`,
      "",
    ];
  });
}

/** A verdict on one line: a set of violations, the text of a CEL host, both, or what failed. */
export function verdictText(verdict: unknown): string {
  if (typeof verdict === "string") return verdict === "" ? "allowed" : printable(verdict);
  if (Array.isArray(verdict)) {
    const violations = verdict as readonly { readonly path: readonly unknown[]; readonly message: string }[];
    if (violations.length === 0) return "allowed";
    return violations.map(({ path, message }) => printable(`[${path.join(", ")}] ${message}`)).join("; ");
  }
  // Of a policy that failed there is nothing to compare: either form says what it means.
  const { violations } = verdict as { readonly violations: unknown };
  return verdictText(violations);
}

function indented(text: string, by: number): readonly string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => " ".repeat(by) + printable(line));
}
