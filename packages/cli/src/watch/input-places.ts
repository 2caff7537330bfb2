import { statSync } from "node:fs";
import { relative, resolve } from "node:path";
import picomatch from "picomatch";
import { baseOfGlob } from "./glob-base.js";
import type { Place } from "./place.js";

export interface InputPaths {
  readonly paths: readonly string[];
  /** What the paths are relative to. */
  readonly cwd: string;
  /** Globs of files to leave out, relative to `root`. */
  readonly exclude: readonly string[];
  readonly root: string;
}

const isManifest = (file: string): boolean => /\.(?:ya?ml|json)$/i.test(file);

/** Where the documents of a run are, or come to be; `report` is a file that a run writes, and never one of them. */
export function inputPlaces({ paths, cwd, exclude, root }: InputPaths, report: string | undefined): readonly Place[] {
  const isLeftOut = picomatch([...exclude], { dot: true });
  return paths.flatMap((name): readonly Place[] => {
    const path = resolve(cwd, name);
    const folder = (of: string, isMeant: (file: string) => boolean): Place => ({
      kind: "folder",
      path: of,
      accepts(file) {
        const whole = resolve(of, file);
        return isMeant(file) && whole !== report && !isLeftOut(relative(root, whole).replaceAll("\\", "/"));
      },
    });
    const found = kindOf(path);
    if (found === "file") return path === report ? [] : [{ kind: "file", path }];
    if (found === "folder" || !isGlob(name)) return [folder(path, isManifest)];
    const matches = picomatch(resolve(cwd, name).replaceAll("\\", "/"), { dot: true });
    const base = baseOfGlob(name, cwd);
    return [folder(base, (file) => matches(`${base.replaceAll("\\", "/")}/${file}`))];
  });
}

/** The first path that gives something else each time it is read, or nothing: standard input, a pipe. */
export function unrepeatable({ paths, cwd }: Pick<InputPaths, "paths" | "cwd">): string | undefined {
  return paths.find((name) => name === "-" || kindOf(resolve(cwd, name)) === "special");
}

function isGlob(name: string): boolean {
  return /[*?[\]{}!()]/.test(name);
}

function kindOf(path: string): "file" | "folder" | "special" | "missing" {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return "missing";
  if (found.isDirectory()) return "folder";
  return found.isFile() ? "file" : "special";
}
