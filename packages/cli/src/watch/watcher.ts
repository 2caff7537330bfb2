import { existsSync, type Stats } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { leadsBack } from "./link.js";
import { type Place, matters, mustBeSeen, rootsOf } from "./place.js";

/** What became of a file. */
export type Change = "added" | "changed" | "removed";

/** Changes by absolute path, in the order in which they were first seen. */
export type Changes = ReadonlyMap<string, Change>;

/** Changes; or why the system does not tell them, such as a limit on what may be watched. */
export type Seen =
  { readonly kind: "changes"; readonly changes: Changes } | { readonly kind: "failed"; readonly reason: string };

export interface Watcher {
  /** Waits for changes, and until nothing more happens for a moment; gives each change once. */
  readonly next: () => Promise<Seen>;
  /** Watches other places from now on; no change of a place that was watched before is lost. */
  readonly turnTo: (places: readonly Place[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Milliseconds without a change after which changes are taken to be complete: an editor or a checkout writes several files. */
const calm = 100;

const kinds: Readonly<Record<string, Change>> = {
  add: "added",
  addDir: "added",
  change: "changed",
  unlink: "removed",
  unlinkDir: "removed",
};

/**
 * Watches places. Not the places themselves but the folders above them, down from `folders`: what is removed and made again, renamed
 * over, or made later in a folder that is not there yet is then seen like any other change.
 */
export async function openWatcher(places: readonly Place[], folders: readonly string[]): Promise<Watcher> {
  const pending = pendingChanges();
  let current = await follow(places, folders, pending);
  return {
    next: pending.next,
    async turnTo(others) {
      // The new one sees before the old one is blind.
      const before = current;
      current = await follow(others, folders, pending);
      await before.close();
    },
    close: () => current.close(),
  };
}

async function follow(
  places: readonly Place[],
  folders: readonly string[],
  pending: Pending,
): Promise<{ close: () => Promise<void> }> {
  const { watch } = await import("chokidar");
  const ignored = (path: string, stats?: Stats): boolean => {
    if (stats?.isFile() === true) return !matters(path, places);
    return !(mustBeSeen(path, places) || matters(path, places)) || leadsBack(path);
  };
  const watcher = watch([...rootsOf(places, folders, nearestFolder)], {
    ignored,
    ignoreInitial: true,
    // The run says what it may not read.
    ignorePermissionErrors: true,
  });
  watcher.on("all", (event, path) => {
    const change = kinds[event];
    if (change !== undefined && matters(path, places)) pending.add(path, change);
  });
  await new Promise<void>((resolve) => {
    watcher.on("error", (error) => {
      pending.fail(error instanceof Error ? error.message : String(error));
      resolve();
    });
    watcher.on("ready", resolve);
  });
  return watcher;
}

/** The nearest folder above a path that is there. */
function nearestFolder(path: string): string {
  const above = dirname(path);
  return existsSync(above) || above === path ? above : nearestFolder(above);
}

interface Pending {
  readonly add: (path: string, change: Change) => void;
  readonly fail: (reason: string) => void;
  readonly next: () => Promise<Seen>;
}

/** How often a moment of calm is waited for: a file that is written all the time must not keep a run from coming. */
const longestRush = 20;

/** Gathers changes until somebody asks and nothing more comes. */
function pendingChanges(): Pending {
  const state: { changes: Map<string, Change>; seen: number; failure?: string; wake?: () => void } = {
    changes: new Map(),
    seen: 0,
  };
  const happened = (): void => {
    state.seen += 1;
    state.wake?.();
  };
  return {
    add(path, change) {
      state.changes.set(path, change);
      happened();
    },
    fail(reason) {
      state.failure ??= reason;
      happened();
    },
    async next() {
      if (state.seen === 0) await new Promise<void>((resolve) => (state.wake = resolve));
      for (let before = 0, round = 0; before !== state.seen && round < longestRush; round += 1) {
        before = state.seen;
        await pause(calm);
      }
      const { changes, failure } = state;
      if (failure !== undefined) return { kind: "failed", reason: failure };
      state.changes = new Map();
      state.seen = 0;
      return { kind: "changes", changes };
    },
  };
}
