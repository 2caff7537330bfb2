import { kinds, list, policy, string } from "@writ/sdk";
import { Widget, type Part } from "../widget.js";

const has = (part: Part): boolean => part.on === true;
const size = (text: string, tags: readonly string[] = [text]): number => tags.filter((tag) => tag === text).length;
function contains(list: readonly string[], text: string): boolean {
  return list.some((all) => startsWith(all, text));
}
function startsWith(text: string, string: string): boolean {
  return text.startsWith(string);
}
const concat = (left: string, right = left): string => `${left}${right}`;
function find(parts: readonly Part[], matches: string): Part | undefined {
  for (const part of parts) if (has(part) && part.name !== matches) return part;
  return undefined;
}
export const adversaryNamedFunctions = policy({
  id: "adversary-named-functions",
  title: "functions of one's own with the names of macros and builtins",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const { text = "t", tags = [], parts = [] } = spec;
    if (parts.some(has)) report(spec, "has");
    report(spec, `${concat(text)} ${concat(text, "x")} ${concat(concat("a"), concat("b"))}`);
    if (contains(tags, text)) report(spec, "contains");
    if (size(text) === 1 && size(text, tags) === 0) report(spec, "size");
    const found = find(parts, text);
    if (found !== undefined) report(found, "found");
    const flag = (object: string): string => concat(object, text);
    report(spec, flag(flag("o")));
  },
});
