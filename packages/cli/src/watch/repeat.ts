import type { PolicyOptions } from "../commands/select-policies.js";
import type { Console } from "../console.js";
import { memoryCache } from "../policies/cache.js";

/**
 * The options of each single run. `--no-cache` asks not to trust what an earlier process has compiled; what this one has compiled is
 * kept, so that a changed document is judged again and no policy compiled again.
 */
export function repeated<Options extends PolicyOptions>(options: Options): Options {
  return { ...options, cache: options.cache === false ? memoryCache() : options.cache };
}

/** A console for many runs: a report for machines becomes one line, so that a reader knows where each ends. */
export function reportPerLine(console: Console, format: "human" | "json"): Console {
  if (format === "human") return console;
  const write = (text: string): void => console.out.write(`${JSON.stringify(JSON.parse(text))}\n`);
  return { ...console, out: { ...console.out, write } };
}
