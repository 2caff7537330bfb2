import type { JsonObject } from "@writ/compiler/ir";

/** A policy to compile: by its module and id, with the values of its parameters. */
export interface CompileJob {
  /** Absolute. */
  readonly file: string;
  readonly id: string;
  readonly params: JsonObject;
}

export interface CompileJobs {
  /** Files are named relative to it, and the cache belongs to it. */
  readonly root: string;
  readonly jobs: readonly CompileJob[];
}

/** Where the program that compiles writes its results. */
export const resultDescriptor = 3;
