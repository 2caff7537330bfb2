import { openKyvernoCli as openBuiltCli, type Engine } from "@writ/prove/engines";
import { builtProgram, type BuildOptions } from "./build/build.js";

/** The Kyverno CLI. Throws when it cannot be built. */
export async function openKyvernoCli(options: BuildOptions = {}): Promise<Engine> {
  return openBuiltCli(await builtProgram("kyverno-cli", options));
}
