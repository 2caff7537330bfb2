import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Puts programs into a folder of their own, each a script for Node, and answers the environment that has the folder on PATH. */
export function withPrograms(
  root: string,
  programs: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const folder = mkdtempSync(join(root, "bin-"));
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!${process.execPath}\n${script}`);
    chmodSync(join(folder, name), 0o755);
  }
  return { PATH: [folder, process.env["PATH"] ?? ""].join(delimiter) };
}

/** A program that says its version, and does something else when it is asked to judge. */
export function program(version: string, judge: string): string {
  return `const { readFileSync } = require("node:fs");
if (process.argv[2] === "version") console.log("Version: ${version}");
else { ${judge} }
`;
}

/** An OPA that finds no violation anywhere. */
export const blindOpa = program(
  "1.99.0",
  `const { requests } = JSON.parse(readFileSync("input.json", "utf8"));
   const value = Object.fromEntries(requests.map((_, index) => [index, []]));
   console.log(JSON.stringify({ result: [{ expressions: [{ value }] }] }));`,
);

/** A Kyverno that passes every object. */
export const blindKyverno = program(
  "v1.99.0",
  `const objects = readFileSync("resources.yaml", "utf8").split("---\\n").filter(Boolean).map((text) => JSON.parse(text));
   const results = objects.map(({ apiVersion, kind, metadata: { name, namespace } }) => ({
     result: "pass", resources: [{ apiVersion, kind, namespace, name }],
   }));
   console.log(JSON.stringify({ results }));`,
);
