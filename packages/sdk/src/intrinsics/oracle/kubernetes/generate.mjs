// Writes ../../fixtures/{semvers,versions,addresses,cidrs,selectors,rules,security-contexts}.json: many questions, and what the Go
// oracle beside this file answers. The same oracle gives the same bytes. Run: node generate.mjs (needs Go).
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { randomSource } from "../random.mjs";
import * as network from "./network.mjs";
import * as objects from "./objects.mjs";
import * as versions from "./versions.mjs";

const here = import.meta.dirname;
const source = randomSource(20_261_126);

const questions = {
  semvers: versions.semverPairs(source),
  versions: versions.versionPairs(source),
  addresses: network.addresses(source),
  contained: network.containments(source),
  selectors: objects.selectors(source),
  rules: objects.rules(source),
  contexts: objects.contexts(source),
};
const answers = JSON.parse(
  execFileSync("go", ["run", "."], { cwd: here, input: JSON.stringify(questions), maxBuffer: 1 << 26 }),
);

const files = { contained: "cidrs", contexts: "security-contexts" };
for (const [name, list] of Object.entries(questions)) {
  const rows = list.map((question, index) => JSON.stringify([question, answers[name][index]]));
  writeFileSync(`${here}/../../fixtures/${files[name] ?? name}.json`, `[\n${rows.join(",\n")}\n]\n`);
}
