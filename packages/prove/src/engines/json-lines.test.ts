import { describe, expect, it } from "vitest";
import { openJsonLines } from "./json-lines.js";

const open = (program: string) => openJsonLines(process.execPath, ["-e", program]);
const echo = 'require("readline").createInterface({input: process.stdin}).on("line", (l) => console.log(l))';

describe("a program that answers in JSON lines", () => {
  it("answers in order, however much is asked at once", async () => {
    const program = open(echo);
    const lines = Array.from({ length: 20_000 }, (_, index) => ({ index, text: "\u2028é😀\n" }));
    expect(await program.ask(lines)).toEqual(lines);
    await program.close();
  });

  it("fails when it is missing, now and later", async () => {
    const program = openJsonLines("/nonexistent/engine");
    await expect(program.ask([1])).rejects.toThrow(/nonexistent\/engine.*ENOENT/);
    await expect(program.ask([1])).rejects.toThrow(/ENOENT/);
    await program.close();
  });

  it("fails with its complaint when it dies", async () => {
    const program = open('process.stdin.once("data", () => { console.error("out of memory"); process.exit(3) })');
    await expect(program.ask([1, 2])).rejects.toThrow("out of memory");
    await expect(program.ask([1])).rejects.toThrow("out of memory");
    const silent = open('process.stdin.once("data", () => process.exit(3))');
    await expect(silent.ask([1])).rejects.toThrow("ended with exit code 3");
  });

  it("fails when it owes an answer for too long, but not while it answers slowly", async () => {
    const hung = openJsonLines(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { patience: 0.3 });
    await expect(hung.ask([1])).rejects.toThrow("gave no answer within 0.3 s");
    await expect(hung.ask([1])).rejects.toThrow("gave no answer");
    await hung.close();
    const slow =
      'require("readline").createInterface({input: process.stdin}).on("line", (l) => setTimeout(() => console.log(l), 300 * l))';
    const program = openJsonLines(process.execPath, ["-e", slow], { patience: 10 });
    expect(await program.ask([1, 2, 3])).toEqual([1, 2, 3]);
    await program.close();
  });

  it("fails on an answer that is no JSON", async () => {
    const program = open('process.stdin.once("data", () => console.log("panic: x"))');
    await expect(program.ask([1])).rejects.toThrow("no JSON: panic: x");
    await program.close();
  });
});
