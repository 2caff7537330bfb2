import type { Console } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";

export async function types(_files: readonly string[], _options: object, _console: Console): Promise<ExitCode> {
  return exitCodes.usage;
}
