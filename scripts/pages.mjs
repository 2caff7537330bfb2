/** What the scripts that write documentation share: fences, and a folder of pages that is written or compared. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Text in a fence that is longer than any in the text. */
export function fenced(language, text) {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** Text as code within a line. */
export function inline(text) {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  return longest === 0 ? `${ticks}${text}${ticks}` : `${ticks} ${text} ${ticks}`;
}

/** Writes the pages of a folder that holds nothing else; with `--check`, says which are stale instead and fails. */
export function publish(folder, pages, script) {
  const texts = new Map(Object.entries(pages).map(([name, text]) => [name, `${text.trimEnd()}\n`]));
  const written = existsSync(folder) ? readdirSync(folder) : [];
  const current = (name) => (written.includes(name) ? readFileSync(join(folder, name), "utf8") : undefined);
  const stale = [...texts].filter(([name, text]) => current(name) !== text).map(([name]) => name);
  const left = written.filter((name) => !texts.has(name));
  if (process.argv.includes("--check")) {
    if (stale.length + left.length === 0) return;
    process.stderr.write(`stale: ${[...stale, ...left].join(", ")}: run \`node ${script}\`\n`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const name of stale) writeFileSync(join(folder, name), texts.get(name));
  for (const name of left) rmSync(join(folder, name), { recursive: true });
}
