import { openValidator, type ApiserverValidator, type ValidatorLine, type ValidatorOptions } from "@writ/prove/engines";
import { builtProgram, type BuildOptions } from "./build/build.js";

export type { ApiserverValidator, CelCost, ValidatorVerdict } from "@writ/prove/engines";

/** Opens the newest minor, or the oldest that writ supports. Throws when the program cannot be built. */
export async function openApiserverValidator(
  line: ValidatorLine,
  options: BuildOptions & ValidatorOptions = {},
): Promise<ApiserverValidator> {
  return openValidator(line, await builtProgram(`apiserver-${line}`, options), options);
}
