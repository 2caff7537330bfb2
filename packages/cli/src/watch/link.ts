import { lstatSync, realpathSync } from "node:fs";
import { dirname, relative, sep } from "node:path";

/** Whether a path is a link to a folder that it stands in itself, so that the way through it has no end. */
export function leadsBack(path: string): boolean {
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return false;
    const target = realpathSync(path);
    // By the folders as they are: the way here may have come through other links.
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      if (isIn(realpathSync(folder), target)) return true;
      if (dirname(folder) === folder) return false;
    }
  } catch (error) {
    // A link to itself; else one to nothing, or to where nobody may look.
    return (error as NodeJS.ErrnoException).code === "ELOOP";
  }
}

function isIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`));
}
