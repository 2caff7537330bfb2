import { spawn } from "node:child_process";

/** What a `go` command left. `missing` when there is no such command. */
export interface GoRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly missing: boolean;
}

/** Where and with what a `go` command runs. */
export interface GoOptions {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Called with each line of standard error: `go build -v` names there what it compiles. */
  readonly onLine?: (line: string) => void;
}

/** Runs `go` without ever changing go.mod: what is built is what is pinned. */
export function runGo(args: readonly string[], { folder, env, onLine }: GoOptions): Promise<GoRun> {
  return new Promise((resolve) => {
    const child = spawn("go", args, {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...env,
        CGO_ENABLED: "0",
        GOWORK: "off",
        // The caller's own flags come last: they may slow a build down (`-p=1`) or keep it off the network.
        GOFLAGS: `-mod=readonly -modcacherw -buildvcs=false ${env["GOFLAGS"] ?? ""}`.trim(),
      },
    });
    let stdout = "";
    let stderr = "";
    let unfinished = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      const lines = (unfinished + text).split("\n");
      unfinished = lines.pop() ?? "";
      for (const line of lines) onLine?.(line);
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      resolve({ code: 1, stdout, stderr: error.message, missing: error.code === "ENOENT" });
    });
    child.on("close", (code) => resolve({ code: code ?? 1, stdout, stderr, missing: false }));
  });
}
