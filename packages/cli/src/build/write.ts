import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashOf } from "../policies/fingerprint.js";
import type { Products } from "./products.js";

/** The list of what the last build wrote, so that the next one removes what it no longer makes, and nothing else. */
const recordName = ".writ-build.json";

/** Writes products below a folder. Throws what the file system throws. */
export function writeProducts(folder: string, products: Products): void {
  for (const stale of formerFiles(folder)) {
    if (!Object.hasOwn(products, stale)) rmSync(join(folder, stale), { force: true });
  }
  for (const [path, content] of Object.entries(products)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const record = Object.fromEntries(
    Object.keys(products)
      .sort()
      .map((path) => [path, hashOf(products[path] ?? "")]),
  );
  writeFileSync(join(folder, recordName), `${JSON.stringify(record, null, 2)}\n`);
}

function formerFiles(folder: string): readonly string[] {
  try {
    const record = JSON.parse(readFileSync(join(folder, recordName), "utf8")) as Record<string, unknown>;
    return Object.keys(record).filter((path) => !path.split("/").includes("..") && !path.startsWith("/"));
  } catch {
    return [];
  }
}
