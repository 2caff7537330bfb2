import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Absolute path of a file of this package. Resolved by package name, because a bundler moves this code into another
 * package's folder while the built module and the capabilities stay here.
 */
export function packageFile(relative: string): string {
  const manifest = createRequire(import.meta.url).resolve("@writ/opa/package.json");
  return join(dirname(manifest), relative);
}
