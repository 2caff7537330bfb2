import type { Part } from "../widget.js";
import { forbidden } from "./names.js";

export { forbidden } from "./names.js";

export function isForbidden(name: string | undefined): boolean {
  return name !== undefined && forbidden.includes(name);
}

/** What is wrong with a part. */
export function problemOf(part: Part | undefined): string | undefined {
  if (part === undefined) return "has no main part";
  return isForbidden(part.name) ? `has the name ${part.name}` : undefined;
}
