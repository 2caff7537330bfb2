/**
 * Hooks that let Node import the TypeScript of the repository as it stands: `register("./typescript.mjs", import.meta.url)`. Types are
 * cut out, not checked.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";

/** An import names the `.js` that a module becomes; where there is none, it is the `.ts`. */
export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND" || !/^\.{1,2}\/.*\.js$/.test(specifier)) throw error;
    return next(specifier.replace(/\.js$/, ".ts"), context);
  }
}

export async function load(url, context, next) {
  if (!/^file:.*\.ts$/.test(url)) return next(url, context);
  const file = fileURLToPath(url);
  const text = await readFile(file, "utf8");
  const { code } = await transform(text, { loader: "ts", format: "esm", sourcefile: file, sourcemap: "inline" });
  return { format: "module", source: code, shortCircuit: true };
}
