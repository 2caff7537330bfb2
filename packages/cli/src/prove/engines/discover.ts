import { createHash } from "node:crypto";
import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { engineCache, newestBuild, recordedVersion, runProgram, type EngineProgram } from "@writ/prove/engines";
import type { Console } from "../../console.js";
import type { Problem, Result } from "../../problem.js";
import { failure, success } from "../../problem.js";
import { type EngineKind, type EngineName, engineKinds, engineNames } from "./catalogue.js";
import type { Demand } from "./demand.js";

/** An engine that a proof asks. */
export interface FoundEngine {
  readonly name: EngineName;
  readonly program: EngineProgram;
}

/** What looking for engines came to. */
export interface Discovery {
  readonly found: readonly FoundEngine[];
  /** Engines that were looked for and are not there, with where they were looked for. */
  readonly absent: readonly { readonly name: EngineName; readonly sought: string }[];
}

/** Seconds that a command may take to say its version: some read their configuration first. */
const versionPatience = 30;

/** Looks for the engines that are demanded. One that is demanded by name and absent, or found and broken, is a problem. */
export async function discoverEngines(demand: Demand, console: Console): Promise<Result<Discovery>> {
  const found: FoundEngine[] = [];
  const absent: Discovery["absent"][number][] = [];
  const problems: Problem[] = [];
  for (const name of engineNames) {
    const named = demand.kind === "named" ? demand.engines.get(name) : {};
    if (named === undefined) continue;
    const located = await locate(name, named.file, console);
    if (!located.ok) problems.push(...located.problems);
    else if (located.value !== undefined) found.push({ name, program: located.value });
    else if (demand.kind === "named") problems.push(absence(name));
    else absent.push({ name, sought: soughtAt(engineKinds[name]) });
  }
  return problems.length > 0 ? failure(...problems) : success({ found, absent });
}

async function locate(
  name: EngineName,
  given: string | undefined,
  { cwd, env }: Console,
): Promise<Result<EngineProgram | undefined>> {
  const kind = engineKinds[name];
  if (given !== undefined) {
    const file = resolve(cwd, given);
    if (!isProgram(file)) return failure(noProgram(name, given));
    return kind.version === undefined ? success(builtProgram(file)) : asCommand(name, file, kind.version, cwd);
  }
  const command = kind.commands.flatMap((one) => onPath(one, env))[0];
  if (command !== undefined && kind.version !== undefined) return asCommand(name, command, kind.version, cwd);
  return success(kind.build === undefined ? undefined : newestBuild(kind.build, engineCache(env)));
}

/** A command that says its version. One that cannot is broken, which is not the same as absent. */
async function asCommand(name: EngineName, file: string, version: RegExp, cwd: string): Promise<Result<EngineProgram>> {
  const ran = await runProgram(file, ["version"], { cwd, patience: versionPatience });
  const said = ran.ended ? version.exec(ran.stdout)?.[1] : undefined;
  if (said !== undefined) return success({ file, version: said });
  const reason = ran.ended ? (ran.stderr.trim().split("\n")[0] ?? "") || "it names none" : ran.reason;
  return failure({
    code: "WRIT3021",
    message: `the engine \`${name}\` does not say its version: ${reason}`,
    help: `mend ${file}, name another one with \`--engine ${name}=PATH\`, or leave it out with \`--engine none\``,
  });
}

/** A program with the record of its build beside it; without that, its content names it. */
function builtProgram(file: string): EngineProgram {
  const recorded = recordedVersion(file, join(dirname(file), "build.json"));
  return { file, version: recorded ?? `sha256:${createHash("sha256").update(readFileSync(file)).digest("hex")}` };
}

function onPath(command: string, env: Console["env"]): readonly string[] {
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const name = process.platform === "win32" ? `${command}.exe` : command;
  return folders.map((folder) => join(folder, name)).filter(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function soughtAt({ commands, build }: EngineKind): string {
  const places = [
    ...(commands.length === 0 ? [] : [`as \`${commands.join("` or `")}\` on PATH`]),
    ...(build === undefined ? [] : ["among the builds in writ's engine cache"]),
  ];
  return places.join(", and ");
}

function absence(name: EngineName): Problem {
  return {
    code: "WRIT3020",
    message: `the engine \`${name}\` is not there: it was looked for ${soughtAt(engineKinds[name])}`,
    help: `install it, name its program with \`--engine ${name}=PATH\`, or leave out the option to ask the engines that are there`,
  };
}

function noProgram(name: EngineName, given: string): Problem {
  const message = `the engine \`${name}\` is not there: ${given} is no program that can be run`;
  return { code: "WRIT3020", message, help: `name the program ${basename(name)} itself, with execute permission` };
}
