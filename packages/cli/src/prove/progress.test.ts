import { describe, expect, it } from "vitest";
import type { Console } from "../console.js";
import { showProgress } from "./progress.js";

function consoleOf(isTerminal: boolean): { readonly console: Console; readonly written: string[] } {
  const written: string[] = [];
  const stream = { write: (text: string) => void written.push(text), isTerminal, columns: 60 };
  return { console: { cwd: "/", env: {}, out: stream, err: stream, colourFlag: undefined }, written };
}

function run(console: Console): void {
  const progress = showProgress(console, 12);
  progress.policy("no-host-path", ["wasm", "kyverno"]);
  progress.heard("wasm", 1200);
  progress.heard("kyverno", 34);
  progress.policy("no-privileged-containers-of-a-very-long-name", ["wasm"]);
  progress.end();
}

describe("the progress of a proof", () => {
  it("names the policy, the verdicts so far and who is waited for, on one line that goes away", () => {
    const { console, written } = consoleOf(true);
    run(console);
    const lines = written.map((text) => text.replace("\r\u001b[2K", ""));
    expect(lines).toEqual(
      [
        "1 of 12: no-host-path · 0 verdicts · waiting for wasm, kyver",
        "1 of 12: no-host-path · 1,200 verdicts · waiting for kyverno",
        "1 of 12: no-host-path · 1,234 verdicts · running mutants",
        "2 of 12: no-privileged-containers-of-a-very-long-name · 1,23",
        "",
      ].map((line) => line.slice(0, 59)),
    );
    expect(written.every((text) => text.startsWith("\r\u001b[2K"))).toBe(true);
  });

  it("is for terminals only", () => {
    const { console, written } = consoleOf(false);
    run(console);
    expect(written).toEqual([]);
  });
});
