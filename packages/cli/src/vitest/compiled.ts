import { spawnSync } from "node:child_process";
import { join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import type { CompiledPolicy, JsonObject } from "@writ/compiler/ir";
import type { ParamShape, Policy } from "@writ/sdk";
import { acceptsParam, definitionModule, definitionSite } from "@writ/sdk/runtime";
import { packageFolder } from "../policies/bundle.js";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";
import { type CompileJob, type CompileJobs, resultDescriptor } from "./compile-jobs.js";

/** Where a test runs. */
export interface Place {
  /** Files are named relative to it, and what is compiled is kept there. */
  readonly root: string;
  readonly testPath: string | undefined;
}

/** What was compiled of a policy. */
interface Compiled {
  /** By the values of its parameters. */
  readonly byParams: Map<string, Result<CompiledPolicy>>;
  first: CompiledPolicy | undefined;
}

// By what a policy and its copies share: a watcher that loads a changed module again has other policies.
const known = new WeakMap<object, Compiled>();

/**
 * The policy as `writ check` compiles it, with its parameters as they are. The assertion waits for it: an assertion that gave a promise
 * would pass when somebody forgets to await it.
 */
export function compiledPolicy(policy: Policy, { root, testPath }: Place): Result<CompiledPolicy> {
  const job = jobOf(policy, testPath);
  if (!job.ok) return job;
  const done = lookUp(policy, job.value);
  if (done !== undefined) return done;
  compileAll([{ policy, job: job.value }], root);
  return lookUp(policy, job.value) ?? failure(notExported(job.value));
}

/** Compiles policies ahead of the assertions, in one process; what cannot be compiled is said by the assertion that needs it. */
export function compileAhead(policies: readonly Policy[], { root, testPath }: Place): void {
  const pending = policies.flatMap((policy) => {
    const job = jobOf(policy, testPath);
    return job.ok && lookUp(policy, job.value) === undefined ? [{ policy, job: job.value }] : [];
  });
  if (pending.length > 0) compileAll(pending, root);
}

function lookUp(policy: Policy, { params }: CompileJob): Result<CompiledPolicy> | undefined {
  const compiled = known.get(definitionSite(policy));
  if (compiled === undefined) return undefined;
  return compiled.byParams.get(JSON.stringify(params)) ?? withOtherParams(policy, compiled, params);
}

/**
 * The policy as it was compiled with other parameters, when those cannot have changed more than their own values: only integers do, by
 * what arithmetic may come to.
 */
function withOtherParams(
  { params: schemas }: Policy,
  { first }: Compiled,
  params: JsonObject,
): Result<CompiledPolicy> | undefined {
  const accepted = Object.entries(schemas).every(([name, schema]) => acceptsParam(schema, params[name]));
  if (!accepted || Object.values(schemas).some(holdsIntegers)) return undefined;
  return first && success({ ...first, params });
}

function holdsIntegers(shape: ParamShape): boolean {
  return shape.type === "list" ? holdsIntegers(shape.element) : shape.type === "integer";
}

function jobOf(policy: Policy, testPath: string | undefined): Result<CompileJob> {
  const module = definitionModule(policy);
  if (module === undefined) {
    const message = `the module of ${policy.id} is not known`;
    return failure({ code: "WRIT2014", message, help: "export what `policy({…})` returns, and import it in the test" });
  }
  const file = pathOf(module);
  if (testPath !== undefined && file === pathOf(testPath)) {
    // Compiling means importing, and a test file does more than export policies.
    const message = `\`${policy.id}\` is made in the test file`;
    return failure({
      code: "WRIT2014",
      message,
      help: "export it from a module of its own, where `writ check` finds it, too",
    });
  }
  const params = Object.entries(policy.params).filter(([, schema]) => schema.default !== undefined);
  const values = Object.fromEntries(params.map(([name, schema]) => [name, schema.default])) as JsonObject;
  return success({ file, id: policy.id, params: values });
}

function pathOf(module: string): string {
  const [address = ""] = module.split("?");
  return normalize(address.startsWith("file:") ? fileURLToPath(address) : address);
}

function compileAll(pending: readonly { readonly policy: Policy; readonly job: CompileJob }[], root: string): void {
  const results = runCompiler({ root, jobs: pending.map(({ job }) => job) });
  for (const [index, { policy, job }] of pending.entries()) {
    const result = results[index];
    const compiled = result?.ok === true ? result.value.find(({ id }) => id === job.id) : undefined;
    const site = definitionSite(policy);
    const entry = known.get(site) ?? { byParams: new Map(), first: undefined };
    known.set(site, entry);
    entry.first ??= compiled;
    const outcome = compiled && success(compiled);
    entry.byParams.set(
      JSON.stringify(job.params),
      outcome ?? (result?.ok === false ? result : failure(notExported(job))),
    );
  }
}

function notExported({ id, file }: CompileJob): Problem {
  return {
    code: "WRIT2014",
    message: `\`${id}\` is not exported by the module that makes it`,
    help: "export the value that `policy({…})` returns: `writ check` and `writ build` see exported policies only",
    file,
  };
}

const megabyte = 1024 * 1024;

function runCompiler(request: CompileJobs): readonly Result<readonly CompiledPolicy[]>[] {
  // The bundled program: its build's identity is part of the key of everything that it caches.
  const program = join(packageFolder(), "dist", "bundle", "compile-policies.js");
  const done = spawnSync(process.execPath, [program], {
    cwd: request.root,
    env: ownEnvironment(),
    input: JSON.stringify(request),
    encoding: "utf8",
    maxBuffer: 256 * megabyte,
    stdio: ["pipe", "ignore", "pipe", "pipe"],
  });
  const answer = done.output?.[resultDescriptor] ?? "";
  if (done.status !== 0 || answer === "") {
    throw new Error(`the policies could not be compiled: ${done.error?.message ?? done.stderr}`);
  }
  return JSON.parse(answer) as readonly Result<readonly CompiledPolicy[]>[];
}

/** The environment without what is meant for this process: a debugger's port, loaders, a folder for coverage. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...rest } = process.env;
  return rest;
}
