import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Program } from "./programs.js";

/** Everything that decides what a program is, apart from Go itself. */
export interface Sources {
  /** The folder of the Go module. */
  readonly folder: string;
  /** With the leading v. */
  readonly version: string;
  /** The flag `-ldflags` of the build. */
  readonly linkerFlags: string;
  /** Over go.mod, go.sum, every Go file of the module and of the local modules it names, and the flags. */
  readonly hash: string;
}

/** Reads the module of a program below `root`, the folder of the Go modules. Throws when go.mod names no version. */
export function readSources(root: string, program: Program): Sources {
  const folder = join(root, program.module);
  const goMod = readFileSync(join(folder, "go.mod"), "utf8");
  const version = pinnedVersion(goMod, program.pinned);
  if (version === undefined) throw new Error(`${join(folder, "go.mod")} names no version of ${program.pinned}`);
  const stamps = Object.entries(program.stamps?.(version) ?? {}).map(([name, value]) => `-X ${name}=${value}`);
  const linkerFlags = ["-s", "-w", ...stamps].join(" ");
  const hash = createHash("sha256").update(program.package).update("\0").update(linkerFlags).update("\0");
  for (const each of [folder, ...localModules(folder, goMod)]) {
    for (const name of readdirSync(each).sort()) {
      if (!/\.go$|^go\.(mod|sum)$/.test(name) || name.endsWith("_test.go")) continue;
      hash
        .update(name)
        .update("\0")
        .update(readFileSync(join(each, name)))
        .update("\0");
    }
  }
  return { folder, version, linkerFlags, hash: hash.digest("hex") };
}

/** A replacement holds over the requirement that it replaces; without a version it is a folder. */
function pinnedVersion(goMod: string, name: string): string | undefined {
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^\\s*(?:require\\s+)?${pattern}\\s+(v\\S+)`, "m").exec(goMod)?.[1];
}

function localModules(folder: string, goMod: string): readonly string[] {
  return [...goMod.matchAll(/=>\s+(\.\.?\/\S+)/g)].map(([, path = "."]) => resolve(folder, path));
}
