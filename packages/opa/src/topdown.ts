import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { packageFile } from "./package-files.js";

/** The solutions of one query: one value each, none when it is undefined; or why it could not be evaluated. */
export interface TopdownAnswer {
  readonly results: readonly unknown[];
  readonly error?: string;
}

/** OPA's own evaluator over a set of modules. `close` ends its process. */
export interface Topdown {
  readonly query: (query: string, input: unknown) => Promise<TopdownAnswer>;
  readonly close: () => void;
}

/** Where the build puts the native program. It exists only where Go is installed. */
export function topdownProgram(): string | undefined {
  const file = packageFile(process.platform === "win32" ? "dist/topdown.exe" : "dist/topdown");
  return existsSync(file) ? file : undefined;
}

/**
 * Starts topdown from the same OPA version as the compiler: the evaluator that tests hold policy.wasm against.
 * Queries are answered in order. Throws without the program; a query to a dead process rejects with what it complained about.
 */
export function openTopdown(modules: Readonly<Record<string, string>>): Topdown {
  const program = topdownProgram();
  if (program === undefined)
    throw new Error("the topdown program is not built: install Go and run `npm run setup -- --test`");
  const child = spawn(program, [], { stdio: "pipe" });
  const waiting: { resolve: (answer: TopdownAnswer) => void; reject: (reason: Error) => void }[] = [];
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  child.stdin.on("error", () => undefined);
  createInterface({ input: child.stdout }).on("line", (line) => {
    waiting.shift()?.resolve(JSON.parse(line) as TopdownAnswer);
  });
  child.on("close", () => {
    for (const { reject } of waiting.splice(0)) reject(new Error(complaint.trim() || "topdown ended"));
  });
  child.stdin.write(`${JSON.stringify({ modules })}\n`);
  return {
    query: (query, input) =>
      new Promise((resolve, reject) => {
        if (child.exitCode !== null) return reject(new Error(complaint.trim() || "topdown ended"));
        waiting.push({ resolve, reject });
        child.stdin.write(`${JSON.stringify({ query, input })}\n`);
      }),
    close: () => {
      child.stdin.end();
    },
  };
}
