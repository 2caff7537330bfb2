import { relative, resolve } from "node:path";
import { type InputFile, readInputs } from "@writ/inputs";
import picomatch from "picomatch";

export interface InputsRequest {
  readonly paths: readonly string[];
  /** Globs of files to leave out. */
  readonly exclude: readonly string[];
  /** What the globs are relative to. */
  readonly root: string;
  /** What the paths are relative to. */
  readonly cwd: string;
}

/** Files, folders, globs and `-`, as Kubernetes reads them. A file that is left out is not even parsed. */
export async function* openInputs({ paths, exclude, root, cwd }: InputsRequest): AsyncIterable<InputFile> {
  const isLeftOut = exclude.length === 0 ? () => false : picomatch([...exclude], { dot: true });
  for await (const file of readInputs(paths, { cwd })) {
    if (!isLeftOut(relative(root, resolve(cwd, file.file)).replaceAll("\\", "/"))) yield file;
  }
}
