// Asks the Go library about every text of texts.mjs and writes the answers to fixture.jsonl: `node generate.mjs`.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { texts } from "./texts.mjs";

const asked = texts();
const { status, stdout, stderr } = spawnSync("go", ["run", "."], {
  cwd: import.meta.dirname,
  input: asked.map((text) => `${JSON.stringify(text)}\n`).join(""),
  encoding: "utf8",
  maxBuffer: 64 * 1024 * 1024,
});
if (status !== 0) throw new Error(stderr);
const answers = stdout.trimEnd().split("\n");
const rows = asked.map((text, index) => `[${JSON.stringify(text)},${answers[index]}]`);
writeFileSync(new URL("fixture.jsonl", import.meta.url), `${rows.join("\n")}\n`);
console.log(`${rows.length} texts`);
