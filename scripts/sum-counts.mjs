/** `node scripts/sum-counts.mjs LOG...`: the tests of several runs in one line, from what each run has printed. */
import { readFileSync } from "node:fs";
import { countsIn, lineOf, sumOf } from "./run-tests.mjs";

const counts = process.argv.slice(2).map((file) => countsIn(readFileSync(file, "utf8")));
process.stdout.write(`${lineOf(sumOf(counts))}\n`);
