// Compares random edits of manifests with the Go library: `node differential.mjs [count] [seed]`, after a build.
// Ends with 1 when both read a text and the values differ. Texts that only one of them refuses are counted.
import { spawnSync } from "node:child_process";
import { isDeepStrictEqual } from "node:util";
import { parseText } from "../dist/parse.js";
import { split } from "../dist/split.js";
import { defaultBudget } from "../dist/types.js";
import { texts } from "./texts.mjs";

const count = Number(process.argv[2] ?? 20_000);
const seed = Number(process.argv[3] ?? 1);

const manifest = `apiVersion: v1
kind: Pod
metadata:
  name: a
  annotations:
    x/y: "q: 1"
    'c': 'it # x'
    note: |
      line one
        two

      three
spec:
  hostNetwork: yes # c
  anchor: &a {b: 1}
  alias: *a
  merged:
    <<: *a
    c: >-
      folded
      text
  containers:
  - name: web
    image: a.b/c:1.0
    command: ["sh", "-c", 'x']
    args:
    - --flag=x
    env: []
  # comment
  - name: two
    limits:
      cpu: 1.5
      memory:
`;

const pieces = [
  ..." \n:#-?|>&*![]{}'\"\\~%@`,.ay01\té",
  "  ",
  "\n\n",
  ": ",
  " #",
  "- ",
  "---\n",
  "...\n",
  "|-",
  "<<",
  "\r\n",
];

function generator(start) {
  let state = start >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

function edited(source, next) {
  let text = source;
  for (let edits = 1 + next(3); edits > 0; edits--) {
    const at = next(text.length + 1);
    text = text.slice(0, at) + pieces[next(pieces.length)] + text.slice(at + next(3));
  }
  return text;
}

function ours(text) {
  const parts = [];
  for (const chunk of split(text)) {
    if (chunk.trailing !== undefined) return [...parts, { error: "separator" }];
    const { values, refusals } = parseText(text.slice(chunk.start, chunk.end), defaultBudget);
    const fatal = refusals.find(({ code }) => code !== "INPUT2004" && code !== "INPUT2012");
    if (fatal !== undefined) parts.push({ error: fatal.message });
    else parts.push(...values.map(({ value }) => ({ json: value })));
  }
  return parts;
}

// Nothing, and text that is the whole document (go-yaml ends its block scalars earlier), are no objects for anyone.
const filled = (parts) =>
  parts.filter(({ error, json }) => error !== undefined || (json !== null && typeof json !== "string"));
const refuses = (parts) => parts.some(({ error }) => error !== undefined);

const next = generator(seed);
const sources = [...Array.from({ length: 400 }, () => manifest), ...texts().filter((text) => text.length < 400)];
const asked = Array.from({ length: count }, () => edited(sources[next(sources.length)], next));
const { status, stdout, stderr } = spawnSync("go", ["run", "."], {
  cwd: import.meta.dirname,
  input: asked.map((text) => `${JSON.stringify(text)}\n`).join(""),
  encoding: "utf8",
  maxBuffer: 1024 * 1024 * 1024,
});
if (status !== 0) throw new Error(stderr);
const tally = { same: 0, bothRefuse: 0, onlyWeRefuse: 0, onlyGoRefuses: 0, valuesDiffer: 0 };
for (const [index, line] of stdout.trimEnd().split("\n").entries()) {
  const [mine, go] = [filled(ours(asked[index])), filled(JSON.parse(line))];
  if (refuses(mine) || refuses(go)) {
    tally[refuses(mine) ? (refuses(go) ? "bothRefuse" : "onlyWeRefuse") : "onlyGoRefuses"]++;
  } else if (
    isDeepStrictEqual(JSON.parse(JSON.stringify(mine)), JSON.parse(JSON.stringify(go.map(({ json }) => ({ json })))))
  ) {
    tally.same++;
  } else {
    tally.valuesDiffer++;
    console.log(JSON.stringify({ text: asked[index], ours: mine, go }));
  }
}
console.log(tally);
process.exitCode = tally.valuesDiffer > 0 ? 1 : 0;
