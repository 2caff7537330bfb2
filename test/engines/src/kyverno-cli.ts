import { openKyvernoCli as openBuiltCli, type Engine, type EngineProgram } from "@writ/prove/engines";
import { builtProgram, type BuildOptions } from "./build/build.js";

/** The Kyverno CLI, as a process for each call or one for all. Throws when it cannot be built. */
export async function openKyvernoCli({
  answersLines = false,
  ...options
}: BuildOptions & Pick<EngineProgram, "answersLines"> = {}): Promise<Engine> {
  return openBuiltCli({ ...(await builtProgram("kyverno-cli", options)), answersLines });
}
