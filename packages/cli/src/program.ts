import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { version } from "./build-id.js";
import { type CheckOptions, check } from "./commands/check.js";
import type { BuildOptions } from "./commands/build.js";
import type { PolicyOptions } from "./commands/select-policies.js";
import type { TestOptions } from "./commands/test.js";
import type { ProveOptions } from "./commands/prove.js";
import type { TypesOptions } from "./commands/types.js";
import type { Console } from "./console.js";
import { styleFor } from "./console.js";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import { severities } from "./report/severity.js";

/**
 * Runs one command line (without node and script) and answers the exit code. Commands other than `check` are loaded when they
 * are used.
 */
export async function run(args: readonly string[], world: Omit<Console, "colourFlag">): Promise<ExitCode> {
  const outcome: { code: ExitCode } = { code: exitCodes.clean };
  const program = programOf(world, (code) => {
    outcome.code = code;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  }
  return outcome.code;
}

type Finish = (code: ExitCode) => void;

function programOf(world: Omit<Console, "colourFlag">, finish: Finish): Command {
  const program = new Command("writ")
    .description("Policy as code for Kubernetes in TypeScript: one predicate, one meaning, every engine.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .option("--color", "colour the output, whatever it is written to")
    .option("--no-color", "do not colour it")
    .showHelpAfterError("(`writ --help` lists commands and options)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.out.write(text),
      writeErr: (text) => world.err.write(text),
      outputError: (text, write) => write(styleFor(world.err, { ...world, colourFlag: undefined }).red(text)),
      getOutHelpWidth: () => Math.min(100, world.out.columns ?? 100),
      getErrHelpWidth: () => Math.min(100, world.err.columns ?? 100),
    })
    .addHelpText("after", exitCodeHelp);
  const consoleOf = (): Console => ({ ...world, colourFlag: program.opts<{ color?: boolean }>().color });
  for (const add of [addCheck, addTest, addProve, addBuild, addInit, addExplain, addTypes])
    add(program, consoleOf, finish);
  return program;
}

const exitCodeHelp = `
Exit codes:
  0  clean
  1  violations at or above --fail-on; failing cases
  2  wrong arguments or configuration; a policy that does not compile
  3  something could not be read or judged, or the engines differ
  4  nothing was judged (--allow-empty accepts that)
When several apply, 2 wins over 3, 3 over 1, and 1 over 4.
`;

type ConsoleOf = () => Console;

function policyOptions(command: Command): Command {
  return command
    .option("-c, --config <file>", "the configuration (default: the nearest writ.config.ts)")
    .option("-p, --policies <glob...>", "policy modules, folders or packages, instead of the configured ones")
    .option("--no-cache", "compile the policies again");
}

function subcommand(program: Command, nameAndArgs: string, summary: string): Command {
  return program.command(nameAndArgs).summary(summary).description(summary).helpOption("-h, --help", "show this help");
}

function engineOption(): Option {
  return new Option("-e, --engine <engine>", "what judges: WASM with the TypeScript beside it, or one alone")
    .choices(["both", "wasm", "native"])
    .default("both");
}

interface Watched {
  readonly watch?: true;
}

function watchOption(): Option {
  return new Option("-w, --watch", "run again whenever something that was used changes");
}

const watchHelp = `
With --watch the report goes to standard output after each run, with \`--format json\` as one line, and what changed to standard
error. Ctrl-C ends with the exit code of the last run that was finished, 4 when none was.
`;

function formatOption(): Option {
  return new Option("-f, --format <format>", "how to report").choices(["human", "json"]).default("human");
}

function addCheck(program: Command, consoleOf: ConsoleOf, finish: Finish): void {
  policyOptions(
    subcommand(program, "check [paths...]", "judge manifests: files, folders, globs, or - for standard input"),
  )
    .addOption(formatOption())
    .option("-o, --output <file>", "write the report to a file")
    .option("-q, --quiet", "only errors and the summary")
    .addOption(
      new Option("--fail-on <severity>", "the lowest severity that gives exit code 1 (default: low)").choices([
        ...severities,
        "none",
      ]),
    )
    .addOption(engineOption())
    .option("-n, --namespace <name>", "the namespace of namespaced objects that name none", namespaceName, "default")
    .option("--allow-empty", "accept that nothing was judged")
    .option("--as-admitted", "judge what the API server makes of the documents, and say where the file says otherwise")
    .addOption(
      new Option("--print-admitted", "print that as YAML, and the report to standard error")
        .implies({ asAdmitted: true })
        .conflicts("watch"),
    )
    .addOption(watchOption())
    .addHelpText("after", `${checkHelp}${watchHelp}`)
    .action(async (paths: string[], { watch, ...options }: CheckOptions & Watched) => {
      if (watch !== true) return finish(await check(paths, options, consoleOf()));
      const { watchCheck } = await import("./watch/watch-check.js");
      finish(await watchCheck(paths, options, consoleOf()));
    });
}

const checkHelp = `
Without paths: \`inputs\` of the configuration, else the current folder.

\`--as-admitted\` runs the API server's own code: zero values go, defaults come, quantities are rewritten. It is built with Go the first
time, in some minutes. Custom resources get the defaults of the definitions among the files.
`;

function addTest(program: Command, consoleOf: ConsoleOf, finish: Finish): void {
  policyOptions(subcommand(program, "test [ids...]", "run the labelled cases of the policies, in every engine"))
    .addOption(formatOption())
    .addOption(engineOption())
    .addOption(watchOption())
    .addHelpText("after", watchHelp)
    .action(async (ids: string[], { watch, ...options }: TestOptions & Watched) => {
      if (watch === true) {
        const { watchTest } = await import("./watch/watch-test.js");
        return finish(await watchTest(ids, options, consoleOf()));
      }
      const { test } = await import("./commands/test.js");
      finish(await test(ids, options, consoleOf()));
    });
}

function addProve(program: Command, consoleOf: ConsoleOf, finish: Finish): void {
  policyOptions(
    subcommand(
      program,
      "prove [ids...]",
      "show that every engine says the same of the policies, and how well that is tested",
    ),
  )
    .addOption(formatOption())
    .option("--inputs <number>", "random inputs a policy, beside its cases and small ones", wholeNumber, 1000)
    .option("--seed <number>", "the seed of the random inputs: the same one makes the same inputs", wholeNumber, 1)
    .addOption(
      new Option(
        "-e, --engine <name[=path]>",
        "an engine beside writ's own that must judge, and its program; repeatable; all, or none",
      )
        .argParser((value: string, before: readonly string[]) => [...before, value])
        .default([], "those found"),
    )
    .option("--engine-timeout <seconds>", "how long an engine may owe an answer", wholeNumber, 300)
    .option("--certificate <file>", "where the certificate goes (default: .writ/proof.json beside the configuration)")
    .addHelpText("after", proveHelp)
    .action(async (ids: string[], options: ProveOptions) => {
      const { prove } = await import("./commands/prove.js");
      finish(await prove(ids, options, consoleOf()));
    });
}

const proveHelp = `
The TypeScript and OPA WASM are always held against the reference interpreter. Beside them judges every engine that is found:
  opa            \`opa\` on PATH
  kyverno        \`kyverno\` or \`kubectl-kyverno\` on PATH, else the newest build in writ's engine cache
  apiserver-new  the API server's own CEL code, newest minor, from writ's engine cache
  apiserver-old  the same of the oldest minor that writ supports
\`--engine\` names the ones to ask instead, each of which must be there. What a slow engine gets is a sample, and the report says so.
Exit code 3: an engine says something else, or gives no verdict.
`;

function addBuild(program: Command, consoleOf: ConsoleOf, finish: Finish): void {
  policyOptions(subcommand(program, "build", "write the policies for the engines"))
    .option(
      "-t, --target <targets>",
      "comma-separated: opa (a bundle), wasm, kyverno, kyverno-legacy, vap; or all",
      "opa,wasm",
    )
    .option("-o, --out <dir>", "the folder to write to", "dist")
    .addOption(
      new Option(
        "--enforce <action>",
        "what the objects for a cluster do about a violation, in place of every action of the configuration (default: audit)",
      ).choices(["audit", "warn", "deny"]),
    )
    .addOption(formatOption())
    .addHelpText("after", buildHelp)
    .action(async (options: BuildOptions) => {
      const { build } = await import("./commands/build.js");
      finish(await build(options, consoleOf()));
    });
}

const buildHelp = `
\`all\` writes what each target can hold, and ends with exit code 2 when one of them cannot hold a policy; targets that are named are
written whole or not at all. \`enforcement\` in the configuration says what is done about a violation, by policy and by namespace;
\`cluster\` says which Kyverno there is, and in which form policies and parameters are written. A build removes what an earlier one
wrote to the same folder and it no longer makes.
`;

function addInit(program: Command, consoleOf: ConsoleOf, finish: Finish): void {
  subcommand(program, "init [folder]", "start a project: a configuration, a policy, its cases").action(
    async (folder: string | undefined) => {
      const { init } = await import("./commands/init.js");
      finish(init(folder ?? ".", consoleOf()));
    },
  );
}

function addExplain(program: Command, consoleOf: ConsoleOf, finish: Finish): void {
  policyOptions(
    subcommand(program, "explain <subject>", "explain a code such as WRIT1203, or a policy by its id"),
  ).action(async (subject: string, options: PolicyOptions) => {
    const { explain } = await import("./commands/explain.js");
    finish(await explain(subject, options, consoleOf()));
  });
}

function addTypes(program: Command, consoleOf: ConsoleOf, finish: Finish): void {
  subcommand(program, "types <crds...>", "make typed models from CustomResourceDefinitions")
    .option("-o, --out <dir>", "the folder to write to", "models")
    .action(async (files: string[], options: TypesOptions) => {
      const { types } = await import("./commands/types.js");
      finish(await types(files, options, consoleOf()));
    });
}

function wholeNumber(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("It is a whole number.");
}

/** A DNS label: what Kubernetes takes as the name of a namespace. */
function namespaceName(value: string): string {
  if (/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(value)) return value;
  throw new InvalidArgumentError("A namespace is up to 63 lower-case letters, digits and hyphens.");
}
