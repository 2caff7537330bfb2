import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { engineEnvironment } from "@writ/prove/engines";

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
  /** Beside that of every engine. */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Holds a server for as long as standard input is open, which is as long as this process lives, however it ends: a test worker is killed
 * without a word. The server may stop by itself for ten seconds.
 */
export const keeper = `
exec 3<&0
"$0" "$@" </dev/null &
server=$!
(read -r _ <&3; kill "$server"; sleep 10; kill -9 "$server") 2>/dev/null &
watch=$!
wait "$server"
code=$?
kill "$watch" 2>/dev/null
exit "$code"
`;

/** Starts a server, which ends with this process at the latest. */
export function startServer({ name, file, args, log, env = {} }: ServerOptions): Server {
  const output = openSync(log, "w");
  const child = spawn("/bin/sh", ["-c", keeper, file, ...args], {
    stdio: ["pipe", output, output],
    env: { ...engineEnvironment(), ...env },
  });
  closeSync(output);
  child.stdin?.on("error", () => undefined);
  let reason: string | undefined;
  const closed = new Promise<void>((resolve) => {
    const end = (how: string): void => {
      reason ??= `${name} ${how}:\n${lastLines(log)}`;
      resolve();
    };
    child.on("error", (error) => end(`did not start: ${error.message}`));
    child.on("close", (code, signal) => end(`ended with ${signal ?? `exit code ${String(code)}`}`));
  });
  return {
    ended: () => reason,
    stop: async () => {
      child.stdin?.end();
      await closed;
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
