import { resolve } from "node:path";
import { type Enforcement, noticeOf, refusedBy } from "../adapters/compiler.js";
import { compileWasm } from "../adapters/opa.js";
import { type Products, type Target, productsOf, regoTargets, targets } from "../build/products.js";
import { writeProducts } from "../build/write.js";
import { type Console, printProblems, shownPath, styleFor } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Problem, Result } from "../problem.js";
import { count, failure, success } from "../problem.js";
import { nearest } from "../suggest.js";
import { type PolicyOptions, compileSelection, selectPolicies } from "./select-policies.js";

export interface BuildOptions extends PolicyOptions {
  readonly target: string;
  readonly out: string;
  readonly enforce: Enforcement;
}

/** `writ build`: writes the policies for the engines. Any problem: nothing is written. */
export async function build(options: BuildOptions, console: Console): Promise<ExitCode> {
  const folder = resolve(console.cwd, options.out);
  const made = await makeProducts(options, console);
  if (!made.ok) return refuse(made.problems, console);
  try {
    writeProducts(folder, made.value.products);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse([{ code: "WRIT5001", message: `the files cannot be written: ${reason}` }], console);
  }
  const style = styleFor(console.out, console);
  const rows = Object.entries(made.value.products).map(
    ([path, content]) => [shownPath(resolve(folder, path), console.cwd), size(content.length)] as const,
  );
  const width = Math.max(...rows.map(([path]) => path.length));
  for (const [path, bytes] of rows) console.out.write(`${path.padEnd(width)}  ${style.dim(bytes.padStart(9))}\n`);
  console.out.write(
    `\n${style.green(count(made.value.policies, "policy", "policies"))} written for ${made.value.chosen.join(", ")}\n`,
  );
  for (const target of made.value.chosen) {
    const notice = target === "opa" || target === "wasm" ? undefined : await noticeOf(target);
    if (notice !== undefined) console.err.write(`${style.bold(`${target}:`)} ${notice}\n`);
  }
  return exitCodes.clean;
}

interface Made {
  readonly products: Products;
  readonly policies: number;
  readonly chosen: readonly Target[];
}

async function makeProducts(options: BuildOptions, console: Console): Promise<Result<Made>> {
  const chosen = targetsOf(options.target);
  if (!chosen.ok) return chosen;
  const selected = await selectPolicies(options, console);
  if (!selected.ok) return selected;
  const set = await compileSelection(selected.value, { native: false, wasm: false });
  if (!set.ok) return set;
  const policies = set.value.entries.map((entry) => entry.compiled);
  const inCluster = chosen.value.filter((target) => target !== "opa" && target !== "wasm");
  const { root } = selected.value.loaded;
  const refused = await Promise.all(inCluster.map((target) => refusedBy(target, policies, root)));
  if (refused.some((problems) => problems.length > 0)) return failure(...refused.flat());
  const needsRego = chosen.value.some((target) => regoTargets.includes(target));
  const compiled = needsRego ? await compileWasm(set.value.rego) : undefined;
  if (compiled?.ok === false) return compiled;
  const { entries, rego } = set.value;
  const wasm = compiled === undefined ? {} : { compiled: compiled.value };
  const input = { entries, rego, enforcement: options.enforce, ...wasm };
  const made = await Promise.all(chosen.value.map((target) => productsOf(target, input)));
  const products: Products = Object.fromEntries(made.flatMap((files) => Object.entries(files)));
  return success({ products, policies: entries.length, chosen: chosen.value });
}

function targetsOf(list: string): Result<readonly Target[]> {
  const names = list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 1 && names[0] === "all") return success(targets);
  const unknown = names.filter((name) => !targets.some((target) => target === name));
  if (unknown.length > 0 || names.length === 0) {
    return failure(
      ...(names.length === 0 ? [list] : unknown).map((name): Problem => {
        const meant = nearest(name, targets);
        const help = meant === undefined ? `targets: ${targets.join(", ")}` : `did you mean \`${meant}\`?`;
        return { code: "WRIT5002", message: `there is no target \`${name}\``, help };
      }),
    );
  }
  return success(targets.filter((target) => names.includes(target)));
}

function size(bytes: number): string {
  return bytes < 10_000 ? `${bytes} B` : `${(bytes / 1000).toFixed(0)} kB`;
}

function refuse(problems: readonly Problem[], console: Console): ExitCode {
  printProblems(problems, console);
  return exitCodes.usage;
}
