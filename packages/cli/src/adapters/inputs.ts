import { resolve } from "node:path";
import { readInputs, type InputFile } from "@writ/inputs";
import { globSync } from "tinyglobby";

export interface InputsRequest {
  readonly paths: readonly string[];
  /** Globs of files to leave out, relative to `cwd`. */
  readonly exclude: readonly string[];
  readonly cwd: string;
}

/** Files, folders, globs and `-`, as Kubernetes reads them. */
export async function* openInputs({ paths, exclude, cwd }: InputsRequest): AsyncIterable<InputFile> {
  const left = new Set(exclude.length === 0 ? [] : globSync([...exclude], { cwd, absolute: true, dot: true }));
  for await (const file of readInputs(paths, { cwd })) {
    if (left.size === 0 || !left.has(resolve(cwd, file.file))) yield file;
  }
}
