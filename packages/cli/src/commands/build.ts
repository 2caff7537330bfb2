import type { Console } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";

export async function build(_options: object, _console: Console): Promise<ExitCode> {
  return exitCodes.usage;
}
