import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";

/** A program that serves until it is stopped. */
export interface Server {
  /** Why it no longer runs; `undefined` while it does. */
  readonly ended: () => string | undefined;
  readonly stop: () => Promise<void>;
}

/** How a server is started. */
export interface ServerOptions {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  /** What it prints goes there, and its end into the error when it dies. */
  readonly log: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Milliseconds that a server has for its own way of stopping. */
const patience = 10_000;

/** Starts a server, which ends with this process at the latest. */
export function startServer({ name, file, args, log, env = process.env }: ServerOptions): Server {
  const output = openSync(log, "w");
  const child = spawn(file, args, { stdio: ["ignore", output, output], env });
  closeSync(output);
  const kill = (): void => {
    child.kill("SIGKILL");
  };
  process.once("exit", kill);
  let reason: string | undefined;
  const closed = new Promise<void>((resolve) => {
    const end = (how: string): void => {
      reason ??= `${name} ${how}:\n${lastLines(log)}`;
      process.removeListener("exit", kill);
      resolve();
    };
    child.on("error", (error) => end(`did not start: ${error.message}`));
    child.on("close", (code, signal) => end(`ended with ${signal ?? `exit code ${String(code)}`}`));
  });
  return {
    ended: () => reason,
    stop: async () => {
      child.kill("SIGTERM");
      const timer = setTimeout(kill, patience);
      await closed;
      clearTimeout(timer);
    },
  };
}

function lastLines(log: string): string {
  return readFileSync(log, "utf8").trimEnd().split("\n").slice(-15).join("\n");
}

/** Asks until it is so. Throws when the server ends before, or after `timeout` milliseconds. */
export async function until(
  what: string,
  isSo: () => Promise<boolean>,
  server: Server,
  timeout: number,
): Promise<void> {
  const start = performance.now();
  while (!(await isSo())) {
    const ended = server.ended();
    if (ended !== undefined) throw new Error(ended);
    if (performance.now() - start > timeout) throw new Error(`${what}: not within ${Math.round(timeout / 1000)} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
