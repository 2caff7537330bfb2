import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keeper, startServer, until } from "./server.js";

describe("a server", () => {
  let folder: string;
  const serverOf = (program: string) =>
    startServer({ name: "small", file: process.execPath, args: ["-e", program], log: join(folder, "log") });
  const isAlive = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };
  const pidFile = () => join(folder, "pid");
  const serving = () =>
    `fs.writeFileSync(${JSON.stringify(pidFile())}, String(process.pid)); setInterval(() => {}, 1000)`;
  const startedPid = async (): Promise<number> => {
    while (!existsSync(pidFile()) || readFileSync(pidFile(), "utf8") === "")
      await new Promise((resolve) => setTimeout(resolve, 20));
    return Number(readFileSync(pidFile(), "utf8"));
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "writ-server-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("runs until it is stopped", async () => {
    const server = serverOf(serving());
    const pid = await startedPid();
    expect([server.ended(), isAlive(pid)]).toEqual([undefined, true]);
    await server.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it("tells its last words when it dies", async () => {
    const server = serverOf('console.error("no such flag"); process.exit(7)');
    await expect(until("small is ready", async () => false, server, 10_000)).rejects.toThrow(
      "small ended with exit code 7:\nno such flag",
    );
    await server.stop();
  });

  it("is missing", async () => {
    const server = startServer({ name: "small", file: "/nonexistent/server", args: [], log: join(folder, "log") });
    await expect(until("small is ready", async () => false, server, 10_000)).rejects.toThrow(
      /small ended with exit code 127:\n.*nonexistent/,
    );
  });

  it("is waited for no longer than told", async () => {
    const server = serverOf(serving());
    await expect(until("small is ready", async () => false, server, 200)).rejects.toThrow(
      "small is ready: not within 0 s",
    );
    await server.stop();
  });

  it("does not outlive a parent that is killed", async () => {
    const parent = spawn(
      process.execPath,
      ["--input-type=module", "-e", parentProgram(join(folder, "log"), serving())],
      { stdio: ["ignore", "ignore", "inherit"] },
    );
    const pid = await startedPid();
    expect(isAlive(pid)).toBe(true);
    parent.kill("SIGKILL");
    while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isAlive(pid)).toBe(false);
  });
});

/** A program that starts a server as this module does. */
function parentProgram(log: string, program: string): string {
  const args = JSON.stringify(["-c", keeper, process.execPath, "-e", program]);
  return `import { spawn } from "node:child_process";
import { openSync } from "node:fs";
const log = openSync(${JSON.stringify(log)}, "w");
spawn("/bin/sh", ${args}, { stdio: ["pipe", log, log] });
setInterval(() => {}, 1000);`;
}
