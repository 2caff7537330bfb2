import type { Stream } from "./console.js";
import { exitCodes } from "./exit-codes.js";
import { run } from "./program.js";

/** A reader that went away, such as `head`, ends the run without a word. */
function stream(target: NodeJS.WriteStream): Stream {
  target.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  return { write: (text) => void target.write(text), isTerminal: target.isTTY, columns: target.columns };
}

/** A bug of ours must not end with Node's exit code for uncaught errors: 1 means violations. */
function crash(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`writ stopped because of a bug; please report this:\n${text}\n`);
  process.exit(exitCodes.failed);
}

process.on("uncaughtException", crash);

const world = { cwd: process.cwd(), env: process.env, out: stream(process.stdout), err: stream(process.stderr) };
run(process.argv.slice(2), world).then((code) => {
  process.exitCode = code;
}, crash);
