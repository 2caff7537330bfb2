import type { Stream } from "./console.js";
import { run } from "./program.js";

/** A reader that went away, such as `head`, ends the run without a word. */
function stream(target: NodeJS.WriteStream): Stream {
  target.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  return { write: (text) => void target.write(text), isTerminal: target.isTTY, columns: target.columns };
}

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: stream(process.stdout),
  err: stream(process.stderr),
});
