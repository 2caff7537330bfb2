import { cleanMessage } from "@writ/sdk/runtime";
import type { Finding } from "./evaluate.js";

/** How many messages a text shows: with at most 400 code points each they stay below the 5 KiB that the API server accepts. */
export const rendered = 3;

/** The one text that CEL hosts give for a document: rule by rule, in document order, the first few and how many more there are. */
export function renderFindings(findings: readonly Finding[], policyId: string): string {
  const messages = findings.map(({ message }) => cleanMessage(message, policyId));
  const shown = messages.slice(0, rendered).join("; ");
  const more = messages.length - rendered;
  return more > 0 ? `${shown}; and ${String(more)} more` : shown;
}
