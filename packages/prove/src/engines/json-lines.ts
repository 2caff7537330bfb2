import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { defaultPatience, type EngineOptions } from "./engine.js";
import { engineEnvironment } from "./environment.js";

/** A program that answers each line of JSON with one line of JSON. */
export interface JsonLines {
  /** The answers in order. Rejects with what the program complained about when it dies before the last, or when it falls silent. */
  readonly ask: (lines: readonly unknown[]) => Promise<readonly unknown[]>;
  readonly close: () => Promise<void>;
}

/** Starts the program. It serves until it is closed, until this process ends, or until it owes an answer for too long. */
export function openJsonLines(
  file: string,
  args: readonly string[] = [],
  { patience = defaultPatience }: EngineOptions = {},
): JsonLines {
  const child = spawn(file, args, { stdio: "pipe", env: engineEnvironment() });
  const waiting: { resolve: (answer: unknown) => void; reject: (reason: Error) => void }[] = [];
  let complaint = "";
  let ended: Error | undefined;
  let clock: NodeJS.Timeout | undefined;
  const end = (reason: string): void => {
    ended ??= new Error(complaint.trim() || reason);
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  const watch = (): void => {
    clearTimeout(clock);
    if (waiting.length === 0 || ended !== undefined) return;
    clock = setTimeout(() => {
      complaint = "";
      end(`${file} gave no answer within ${String(patience)} s`);
      child.kill("SIGKILL");
    }, patience * 1000);
  };
  const closed = new Promise<void>((resolve) => {
    child.on("close", (code, signal) => {
      clearTimeout(clock);
      end(`${file} ended with ${signal ?? `exit code ${String(code)}`}`);
      resolve();
    });
    child.on("error", (error) => {
      clearTimeout(clock);
      end(`${file}: ${error.message}`);
      resolve();
    });
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint = (complaint + text).slice(-4000)));
  child.stdin.on("error", () => undefined);
  createInterface({ input: child.stdout }).on("line", (line) => {
    const asked = waiting.shift();
    try {
      asked?.resolve(JSON.parse(line));
    } catch {
      asked?.reject(new Error(`${file} answered with something that is no JSON: ${line.slice(0, 200)}`));
    }
    watch();
  });
  return {
    ask: (lines) => {
      if (ended !== undefined) return Promise.reject(ended);
      const answers = lines.map(() => new Promise<unknown>((resolve, reject) => waiting.push({ resolve, reject })));
      child.stdin.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
      watch();
      return Promise.all(answers);
    },
    close: () => {
      child.stdin.end();
      return closed;
    },
  };
}
