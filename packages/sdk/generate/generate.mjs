// Bundles the generator with esbuild and runs it: node packages/sdk/generate/generate.mjs
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "writ-generate-"));
const outfile = join(scratch, "main.mjs");
await build({
  entryPoints: [join(here, "main.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  logLevel: "error",
});
const { generate } = await import(pathToFileURL(outfile).href);
generate(join(here, ".."));
rmSync(scratch, { recursive: true });
