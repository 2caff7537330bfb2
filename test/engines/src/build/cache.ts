import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Builds of one program that are kept: those of two branches. */
const buildsKept = 2;

/** Marks a build as used, and removes the builds of the program that were not used for longest. */
export function keepRecent(cache: string, name: string, used: string): void {
  const now = new Date();
  utimesSync(used, now, now);
  const builds = readdirSync(cache)
    .filter((entry) => entry.startsWith(`${name}-`) && /^[0-9a-f]{16}$/.test(entry.slice(name.length + 1)))
    .map((entry) => join(cache, entry))
    .sort((left, right) => statSync(right).mtimeMs - statSync(left).mtimeMs);
  for (const build of builds.slice(buildsKept)) rmSync(build, { recursive: true, force: true });
}

/**
 * Takes the lock of all builds: two at once take longer than one after the other, and twice the memory. Waits for a living holder; the
 * lock of a dead one is broken. Gives what releases it.
 */
export async function lockBuilds(cache: string, onWait: () => void): Promise<() => void> {
  mkdirSync(cache, { recursive: true });
  const lock = join(cache, "build.lock");
  for (let waited = false; ; waited = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return () => {
        rmSync(lock, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    if (!isHeld(lock)) {
      rmSync(lock, { force: true });
      continue;
    }
    if (!waited) onWait();
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function isHeld(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    // Between its creation and its writing the file is empty.
    if (holder === 0) return Date.now() - statSync(lock).mtimeMs < 5000;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
