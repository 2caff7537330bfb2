import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { printModule } from "../src/generate/print.js";
import { catalogueOf } from "./catalogue.js";
import { indexText } from "./index-module.js";
import { modelModules } from "./models.js";
import { readApi } from "./openapi.js";
import { requiredFields } from "./presence.js";
import { observe } from "./reflected.js";
import { tableText } from "./table.js";

/** The module with the OpenAPI documents; reflect/go.mod pins the Go types of the same release. */
const source = "k8s.io/kubernetes@v1.37.2";

/** Writes src/models and src/fields/table.ts of the SDK whose folder is given. Needs Go; the same bytes every time. */
export function generate(sdk: string): void {
  const api = readApi(join(downloadedModule(), "api/openapi-spec/v3"));
  const types = catalogueOf(api, observe(join(sdk, "generate/reflect")));
  const required = requiredFields(types);
  const modules = modelModules(types, required);
  const models = join(sdk, "src/models");
  rmSync(models, { recursive: true, force: true });
  for (const [name, module] of modules) write(join(models, `${name}.ts`), printModule(module));
  write(join(models, "index.ts"), indexText(modules));
  write(join(sdk, "src/fields/table.ts"), tableText(types, required));
}

/** The folder of the module, through the Go module proxy; Go checks it against its checksum database. */
function downloadedModule(): string {
  const answer = execFileSync("go", ["mod", "download", "-json", source], { cwd: "/", encoding: "utf8" });
  return (JSON.parse(answer) as { readonly Dir: string }).Dir;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
