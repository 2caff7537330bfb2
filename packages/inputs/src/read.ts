import { isUtf8, constants } from "node:buffer";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { discover } from "./discover.js";
import { parseDocuments } from "./documents.js";
import { problem, type ProblemCode } from "./problems.js";
import { defaultBudget } from "./types.js";
import type { Budget, InputFile, InputProblem } from "./types.js";

export interface InputOptions {
  /** What relative paths are relative to; the names in the results are as given. Default: the working directory. */
  readonly cwd?: string;
  readonly budget?: Partial<Budget>;
  /** What `-` reads. Default: standard input. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
}

const stdinName = "<stdin>";

/**
 * Reads files, folders (every .yaml, .yml and .json below, without node_modules and .git), globs and `-`, in the given order
 * and sorted inside a folder or glob; each file once. It never rejects for what it reads: a path that is missing, unreadable,
 * too large or no text gives a file whose only item is the problem.
 */
export async function* readInputs(paths: readonly string[], options: InputOptions = {}): AsyncIterable<InputFile> {
  const budget: Budget = { ...defaultBudget, ...options.budget };
  for await (const found of discover(paths, options.cwd ?? process.cwd())) {
    if (found.kind === "problem") yield problemFile(found.problem);
    else if (found.kind === "stdin") yield await readStream(stdinName, options.stdin ?? process.stdin, budget);
    else yield await readOne(found.name, found.path, budget);
  }
}

function problemFile(only: InputProblem): InputFile {
  return { file: only.file, items: [{ kind: "problem", problem: only }], lines: () => [] };
}

async function readOne(name: string, path: string, budget: Budget): Promise<InputFile> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return await readStream(name, createReadStream(path), budget);
    if (found.size > byteLimit(budget)) return tooLarge(name, budget);
    return fromBytes(name, await readFile(path), budget);
  } catch (error) {
    return refusedFile("INPUT1002", name, `cannot read: ${reasonOf(error)}`);
  }
}

/** Reads what has no size beforehand: standard input, a pipe. */
async function readStream(
  name: string,
  stream: AsyncIterable<Uint8Array | string>,
  budget: Budget,
): Promise<InputFile> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk as Uint8Array);
      size += bytes.length;
      if (size > byteLimit(budget)) return tooLarge(name, budget);
      chunks.push(bytes);
    }
  } catch (error) {
    return refusedFile("INPUT1002", name, `cannot read: ${reasonOf(error)}`);
  }
  return fromBytes(name, Buffer.concat(chunks), budget);
}

/** A string cannot be longer than V8 allows, whatever the budget says. */
function byteLimit(budget: Budget): number {
  return Math.min(budget.fileBytes, constants.MAX_STRING_LENGTH);
}

function tooLarge(name: string, budget: Budget): InputFile {
  return refusedFile("INPUT1003", name, `larger than ${Math.floor(byteLimit(budget) / 1024 / 1024)} MiB`);
}

function refusedFile(code: ProblemCode, name: string, message: string): InputFile {
  return problemFile(problem(code, name, message));
}

/** The system's short name of an error (`EACCES`), which needs no path of this machine to make sense. */
function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "ENOENT":
      return "no such file or folder";
    case undefined:
      return error instanceof Error ? error.message : String(error);
    default:
      return code;
  }
}

const headLength = 1024;

function fromBytes(name: string, bytes: Buffer, budget: Budget): InputFile {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return refusedFile("INPUT1005", name, "encoded as UTF-16");
  if (bytes.subarray(0, headLength).includes(0)) return refusedFile("INPUT1004", name, "a binary file");
  return parseDocuments(bytes.toString("utf8"), { file: name, budget, hasInvalidBytes: !isUtf8(bytes) });
}
