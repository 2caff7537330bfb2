import type { Console } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";

export  function init(_folder: string, _console: Console): ExitCode {
  return exitCodes.usage;
}
