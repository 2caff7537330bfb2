import { build } from "esbuild";
import { pathToFileURL } from "node:url";
import { execSync } from "node:child_process";
import { isPolicy } from "@writ/sdk";
import { compile, emitRego } from "@writ/compiler";
import { interpreter } from "@writ/compiler/ir";
import { compileRego } from "@writ/opa";
import fs from "node:fs";
const root = "/work/main";
const args = process.argv.slice(2);
const files = args.length
  ? args
  : execSync('find /work/main/policies -name policy.ts -not -path "*/node_modules/*"')
      .toString()
      .trim()
      .split("\n")
      .sort();
const modules = [];
for (const f of files) {
  const out = `/work/main/.cache/try/${f.replace(/\W/g, "_")}.mjs`;
  await build({ entryPoints: [f], bundle: true, format: "esm", platform: "node", outfile: out, logLevel: "error" });
  const m = await import(pathToFileURL(out));
  modules.push({ file: f, policies: Object.fromEntries(Object.entries(m).filter(([, v]) => isPolicy(v))) });
}
let t = Date.now();
const r = compile({ root, modules, params: {} });
console.log("compile ms", Date.now() - t, r.policies.length, "policies");
for (const d of r.diagnostics)
  console.log(`${d.file}:${d.line}:${d.column} ${d.code} ${d.message}\n   help: ${d.help}`);
const b = emitRego(r.policies);
fs.rmSync("/tmp/rego", { recursive: true, force: true });
for (const [p, s] of Object.entries(b.modules)) {
  fs.mkdirSync("/tmp/rego/" + p.replace(/\/[^/]*$/, ""), { recursive: true });
  fs.writeFileSync("/tmp/rego/" + p, s);
}
fs.writeFileSync("/tmp/compiled.json", JSON.stringify(r.policies, null, 1));
t = Date.now();
const { wasmCapabilities } = await import("@writ/opa");
const c = await compileRego({ modules: b.modules, entrypoints: Object.values(b.entrypoints) });
console.log("rego ms", Date.now() - t, c.ok, c.ok ? c.wasm.length : c.errors);
if (c.ok) {
  fs.writeFileSync("/tmp/policy.wasm", c.wasm);
  for (const [p, s] of Object.entries(c.formatted)) fs.writeFileSync("/tmp/rego/" + p, s);
  fs.writeFileSync("/tmp/entry.json", JSON.stringify(b.entrypoints));
}
