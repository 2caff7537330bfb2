import { isAbsolute, relative, sep } from "node:path";

/** Something on disk that a run depends on, by absolute path; it need not be there. */
export type Place =
  | { readonly kind: "file"; readonly path: string }
  /** A folder with all below it; `accepts` says which files matter, by their path from the folder, with forward slashes. */
  | { readonly kind: "folder"; readonly path: string; readonly accepts: (file: string) => boolean };

/** Folders that hold nothing of the author's: what is installed, git's own, what this command saves. */
const unwatched: ReadonlySet<string> = new Set(["node_modules", ".git", ".writ"]);

/** Whether a change of a file, or that a place itself comes or goes, is a change of one of the places. */
export function matters(path: string, places: readonly Place[]): boolean {
  return places.some((place) => {
    if (place.path === path) return true;
    const inside = place.kind === "folder" ? pathBelow(place.path, path) : undefined;
    return inside !== undefined && place.kind === "folder" && place.accepts(inside);
  });
}

/** Whether a folder is or leads to a place, or lies in one, so that what happens in it must be seen. */
export function mustBeSeen(folder: string, places: readonly Place[]): boolean {
  return places.some(
    (place) =>
      place.path === folder ||
      isAbove(folder, place.path) ||
      (place.kind === "folder" && pathBelow(place.path, folder) !== undefined),
  );
}

function isAbove(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== "" && inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

/** The path from a folder to something below it; undefined for what is not, and for what stands in a folder that is not watched. */
function pathBelow(folder: string, path: string): string | undefined {
  if (!isAbove(folder, path)) return undefined;
  const segments = relative(folder, path).split(sep);
  return segments.some((segment) => unwatched.has(segment)) ? undefined : segments.join("/");
}

/** The fewest folders under which all places lie: the given ones where they do, else the place's own. */
export function rootsOf(
  places: readonly Place[],
  folders: readonly string[],
  parentOf: (path: string) => string,
): readonly string[] {
  const roots = new Set(
    places.map(({ path }) => folders.find((folder) => folder === path || isAbove(folder, path)) ?? parentOf(path)),
  );
  return [...roots].filter((root) => ![...roots].some((other) => isAbove(other, root))).sort();
}
