import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** What a `go` command left. `missing` when there is no such command. */
export interface GoRun {
  readonly missing: boolean;
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface GoOptions {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Gets each line of standard error as it comes. */
  readonly onLine?: (line: string) => void;
}

/** Runs `go` in a folder. Resolves whatever happens. */
export function runGo(args: readonly string[], { folder, env, onLine }: GoOptions): Promise<GoRun> {
  return new Promise((resolve) => {
    const child = spawn("go", [...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    createInterface(child.stderr).on("line", (line) => {
      stderr += `${line}\n`;
      onLine?.(line);
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      resolve({ missing: error.code === "ENOENT", code: 1, stdout, stderr: error.message });
    });
    child.on("close", (code) => resolve({ missing: false, code: code ?? 1, stdout, stderr }));
  });
}
