import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

const command = fileURLToPath(new URL("../bin/writ.js", import.meta.url));

/** A command that watches. */
export interface Watching {
  /**
   * Waits for a run, after those that were waited for, that printed all of these texts, and gives what it printed. A busy system may
   * tell of two changes so far apart that there is another run between them.
   */
  readonly until: (...wanted: readonly string[]) => Promise<string>;
  /** Waits until something was printed, by a run that need not be over. */
  readonly untilPrinted: (text: string) => Promise<void>;
  readonly signal: () => void;
  /** All that was printed. */
  readonly text: () => string;
  /** Interrupts it as Ctrl-C does, and gives its exit code. */
  readonly interrupt: () => Promise<number | null>;
}

/** Milliseconds. A busy machine may take long to compile a policy; only a run that never comes is an error. */
const limit = 120_000;

/** Commands that a failed test leaves behind. */
export const running = new Set<{ readonly kill: (signal: "SIGKILL") => void }>();

/**
 * Starts `writ` with these arguments in a folder. `news` is how a run ends: by the line on standard error, which is read in one stream
 * with standard output, or by a line on standard output, which is read alone.
 */
export function watching(cwd: string, args: readonly string[], news: "told" | "line" = "told"): Watching {
  const env = { PATH: process.env["PATH"], HOME: cwd, XDG_CACHE_HOME: join(cwd, ".xdg") };
  // One pipe for both streams keeps their order.
  const script = news === "told" ? `exec "$0" "$@" 2>&1` : `exec "$0" "$@" 2>/dev/null`;
  const child = spawn("/bin/sh", ["-c", script, process.execPath, command, ...args], { cwd, env });
  running.add(child);
  const ending = news === "told" ? /exit code \d; waiting for changes, Ctrl-C ends\n/g : /\n/g;
  const state = { text: "", changed: (): void => undefined };
  child.stdout.on("data", (chunk: Buffer) => {
    state.text += chunk.toString();
    state.changed();
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on("close", (code) => {
      running.delete(child);
      resolve(code);
      state.changed();
    });
  });
  const position = { start: 0 };
  /** The next run that is over, if there is one. */
  const nextRun = (): string | undefined => {
    ending.lastIndex = position.start;
    const found = ending.exec(state.text);
    if (found === null) return undefined;
    const run = state.text.slice(position.start, ending.lastIndex);
    position.start = ending.lastIndex;
    return run;
  };
  /** Asks again at each output until there is an answer. */
  const wait = async <Answer>(ask: () => Answer | undefined, what: string): Promise<Answer> => {
    const deadline = Date.now() + limit;
    for (;;) {
      const answer = ask();
      if (answer !== undefined) return answer;
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${what} did not come:\n${state.text}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, deadline - Date.now());
        state.changed = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  return {
    text: () => state.text,
    until: (...wanted) =>
      wait(
        () => {
          for (let run = nextRun(); run !== undefined; run = nextRun()) {
            const found = run;
            if (wanted.every((text) => found.includes(text))) return found;
          }
          return undefined;
        },
        `a run that says ${wanted.join(", ")}`,
      ),
    async untilPrinted(text) {
      await wait(() => (state.text.includes(text) ? true : undefined), text);
    },
    signal: () => void child.kill("SIGINT"),
    async interrupt() {
      child.kill("SIGINT");
      return ended;
    },
  };
}
