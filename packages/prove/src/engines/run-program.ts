import { spawn } from "node:child_process";
import { engineEnvironment } from "./environment.js";

/** What a program that ran to its end left, or why it did not get there. */
export type Ran =
  | { readonly ended: true; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly ended: false; readonly reason: string };

export interface RunOptions {
  readonly cwd: string;
  /** Seconds after which the program is killed. */
  readonly patience: number;
}

/** Runs a program without input. One that does not end in time is killed, and one that a signal ended did not end by itself. */
export function runProgram(file: string, args: readonly string[], { cwd, patience }: RunOptions): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env: engineEnvironment(), stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    const give = (ran: Ran): void => {
      clearTimeout(clock);
      resolve(ran);
    };
    const clock = setTimeout(() => {
      child.kill("SIGKILL");
      // What the program started may hold its pipes open: nobody waits for that.
      child.stdout.destroy();
      child.stderr.destroy();
      give({ ended: false, reason: `it did not end within ${String(patience)} s` });
    }, patience * 1000);
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", ({ message }) => {
      give({ ended: false, reason: message });
    });
    child.on("close", (code, signal) => {
      if (code !== null) give({ ended: true, code, stdout, stderr });
      else give({ ended: false, reason: stderr.trim() || `it was ended by ${String(signal)}` });
    });
  });
}
