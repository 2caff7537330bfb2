import { EVENT_ID, type Event } from "js-yaml";
import type { Refusal } from "./refusal.js";

/** Which node each alias of the first document names. An anchor counts from its start on, so a node can name itself. */
export function resolveAliases(text: string, events: readonly Event[]): ReadonlyMap<number, number> | Refusal {
  const aliases = new Map<number, number>();
  if (!/[*&]/.test(text)) return aliases;
  const anchors = new Map<string, number>();
  for (const [index, event] of events.entries()) {
    if (index > 0 && event.type === EVENT_ID.DOCUMENT) break;
    if (!("anchorStart" in event) || event.anchorStart < 0) continue;
    const offset = event.anchorStart - 1;
    const name = text.slice(event.anchorStart, event.anchorEnd);
    // YAML 1.2 lets an anchor hold nearly any character; go-yaml ends it at the first that is not one of these.
    if (!/^[\w-]+$/.test(name)) {
      return { code: "INPUT2001", message: "an anchor holds letters, digits, `_` and `-` only", offset };
    }
    const target = anchors.get(name);
    if (event.type !== EVENT_ID.ALIAS) anchors.set(name, index);
    else if (target !== undefined) aliases.set(index, target);
    else return { code: "INPUT2008", message: `unknown anchor \`${name}\``, offset };
  }
  return aliases;
}
