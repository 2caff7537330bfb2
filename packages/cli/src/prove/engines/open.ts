import type { EngineForm, EngineOptions } from "@writ/prove/engines";
import { engineKinds, type EngineName } from "./catalogue.js";
import type { FoundEngine } from "./discover.js";

/** An engine that is running, with every form that it judges a policy in. */
export interface OpenEngine {
  readonly name: EngineName;
  readonly version: string;
  readonly forms: readonly EngineForm[];
}

/** Opens engines for the time that `use` takes. */
export async function withEngines<Made>(
  found: readonly FoundEngine[],
  options: EngineOptions,
  use: (engines: readonly OpenEngine[]) => Promise<Made>,
): Promise<Made> {
  const engines = found.map(({ name, program }): OpenEngine => ({
    name,
    version: program.version,
    forms: engineKinds[name].open(program, options),
  }));
  try {
    return await use(engines);
  } finally {
    await Promise.all(engines.flatMap(({ forms }) => forms.map((form) => form.close())));
  }
}
