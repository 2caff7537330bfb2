import { readFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import path from "node:path";
import { type Context, Script, compileFunction, createContext } from "node:vm";
import { ts } from "ts-morph";
import { policyOptions } from "./project.js";

/** What a module that is run finds around it. */
export interface Surroundings {
  /** Texts that count instead of what the files hold, by absolute path. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Modules that are given instead of looked for, by specifier. */
  readonly modules?: Readonly<Record<string, unknown>>;
  /** Globals besides those of the language. */
  readonly globals?: Readonly<Record<string, unknown>>;
}

/** What a module exports, or why it could not be run. */
export type ModuleRun =
  | { readonly ok: true; readonly exports: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly reason: string };

/** Milliseconds after which a module that has not finished is given up; one that only declares takes a few, on a busy machine hundreds. */
const patience = 5_000;

/**
 * Runs a module and what it imports, at once and in this process. They see the language, @writ/sdk and installed packages, but neither
 * files, processes nor the network: the text may be half written, and is run at each keystroke.
 */
export function runModule(file: string, { texts = new Map(), modules = {}, globals = {} }: Surroundings): ModuleRun {
  // A policy may be printed while it is written; nobody reads that here.
  const silent = { log() {}, info() {}, warn() {}, error() {}, debug() {} };
  const run: Run = { texts, modules, context: createContext({ console: silent, ...globals }), loaded: new Map() };
  try {
    return { ok: true, exports: withinPatience(run.context, () => load(run, file)) };
  } catch (error) {
    return { ok: false, reason: messageOf(error) };
  }
}

/** Only what a script calls can be cut short, so a script makes the call. */
function withinPatience<Value>(context: Context, work: () => Value): Value {
  context["start"] = (): Value => {
    delete context["start"];
    return work();
  };
  return new Script("start()").runInContext(context, { timeout: patience }) as Value;
}

interface Run {
  readonly texts: ReadonlyMap<string, string>;
  readonly modules: Readonly<Record<string, unknown>>;
  readonly context: Context;
  /** The modules so far, also those that are not through yet: modules may import each other. */
  readonly loaded: Map<string, { exports: Readonly<Record<string, unknown>> }>;
}

type ModuleBody = (module: object, exports: object, require: (specifier: string) => unknown) => void;

function load(run: Run, file: string): Readonly<Record<string, unknown>> {
  const earlier = run.loaded.get(file);
  if (earlier !== undefined) return earlier.exports;
  const module = { exports: {} };
  run.loaded.set(file, module);
  const names = ["module", "exports", "require"];
  const body = compileFunction(commonJs(file, textOf(run, file)), names, {
    filename: file,
    parsingContext: run.context,
  }) as ModuleBody;
  body(module, module.exports, (specifier: string) => imported(run, specifier, file));
  return module.exports;
}

function textOf({ texts }: Run, file: string): string {
  return texts.get(file) ?? readFileSync(file, "utf8");
}

function imported(run: Run, specifier: string, from: string): unknown {
  if (Object.hasOwn(run.modules, specifier)) return run.modules[specifier];
  // The SDK whose types the compiler reads, wherever the module stands.
  if (/^@writ\/sdk(\/|$)/.test(specifier)) return createRequire(import.meta.url)(specifier);
  // Node's own modules reach the files and the network. What a policy makes of them is refused; here they are empty.
  if (isBuiltin(specifier)) return {};
  const { resolvedModule } = ts.resolveModuleName(specifier, from, policyOptions, {
    ...ts.sys,
    fileExists: (file) => run.texts.has(path.resolve(file)) || ts.sys.fileExists(file),
  });
  if (resolvedModule === undefined) throw new Error(`there is no module \`${specifier}\` that a policy could import`);
  if (resolvedModule.isExternalLibraryImport === true) return createRequire(from)(specifier);
  return load(run, path.resolve(resolvedModule.resolvedFileName));
}

function commonJs(file: string, text: string): string {
  const { outputText } = ts.transpileModule(text, {
    // `.mts` and `.mjs` would stay modules whatever the options say.
    fileName: /\.[cm]?js$/.test(file) ? "module.js" : "module.ts",
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
      isolatedModules: true,
    },
    transformers: { before: [asScript] },
  });
  return outputText;
}

/**
 * Leaves out what only a module may say and a script must not, so that what else the module says is known: `import.meta` becomes an
 * object without members, and nothing is waited for. The compiler refuses both.
 */
function asScript(context: ts.TransformationContext): ts.Transformer<ts.SourceFile> {
  const visitor = (isInFunction: boolean) => {
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
        return context.factory.createObjectLiteralExpression();
      if (ts.isAwaitExpression(node) && !isInFunction) return visit(node.expression);
      return ts.visitEachChild(node, ts.isFunctionLike(node) ? visitInFunction : visit, context);
    };
    return visit;
  };
  const visitInFunction: ts.Visitor = visitor(true);
  return (source) => ts.visitEachChild(source, visitor(false), context);
}

/** What was thrown may come from the module's own context, where `Error` is another one. */
function messageOf(error: unknown): string {
  const message = typeof error === "object" && error !== null && "message" in error ? error.message : error;
  return String(message);
}
