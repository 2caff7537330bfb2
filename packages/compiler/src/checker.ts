import { type Policy, isPolicy } from "@writ/sdk";
import type { Project, SourceFile } from "ts-morph";
import { type PolicyModule, compileIn } from "./compile.js";
import type { Diagnostic, SourceRange } from "./diagnostics/index.js";
import { emptyProject } from "./source/project.js";
import { rangeOf, relativeName } from "./source/range.js";
import { replaceModules } from "./source/replace.js";
import { runModule } from "./source/run.js";

/** A policy module as it stands in an editor. */
export interface CheckRequest {
  /** Diagnostics name files relative to this folder. */
  readonly root: string;
  /** The module, by absolute path; there need not be such a file. */
  readonly file: string;
  /** Its text, which counts instead of what the file holds. What it imports is read from disk. */
  readonly text: string;
  /** Configured parameters, by policy id. */
  readonly params: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A diagnostic and where to show it in the module that was checked. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  /** The diagnostic's own place; where it stands in another module, the import that leads there. */
  readonly at: SourceRange;
}

/** What the compiler says about a module. */
export interface Checked {
  readonly findings: readonly Finding[];
  /** Whether the module exports a policy; unknown of one that could not be run. One without is not checked. */
  readonly exportsPolicy?: boolean;
  /** Why the module could not be run; its policies are unknown then, and only its types and its top level were checked. */
  readonly notRun?: string;
}

/** Compiles one module at a time, as somebody writes it. */
export interface Checker {
  readonly check: (request: CheckRequest) => Checked;
}

/**
 * Opens a checker, which keeps what TypeScript knows of @writ/sdk between its answers: the first takes seconds, each further one
 * a tenth of one. It answers what {@link compile} would for the module alone.
 */
export function openChecker(): Checker {
  const project = emptyProject();
  return { check: (request) => checkIn(project, request) };
}

function checkIn(project: Project, { root, file, text, params }: CheckRequest): Checked {
  const run = runModule(file, { texts: new Map([[file, text]]) });
  const policies = run.ok ? policiesOf(run.exports) : {};
  const exportsPolicy = Object.keys(policies).length > 0;
  if (run.ok && !exportsPolicy) return { findings: [], exportsPolicy };
  const source = replaceModules(project, file, text);
  const { diagnostics } = compileIn(project, { root, modules: [{ file, policies }], params });
  const own = relativeName(root, file);
  const findings = diagnostics.map((diagnostic) => ({
    diagnostic,
    at: diagnostic.file === own ? diagnostic : importOf(source, diagnostic.file, root),
  }));
  return run.ok ? { findings, exportsPolicy } : { findings, notRun: run.reason };
}

function policiesOf(exported: Readonly<Record<string, unknown>>): PolicyModule["policies"] {
  return Object.fromEntries(Object.entries(exported).filter((entry): entry is [string, Policy] => isPolicy(entry[1])));
}

/** The first import of a module through which it comes to another one. */
function importOf(source: SourceFile, wanted: string, root: string): SourceRange {
  const found = [...source.getImportDeclarations(), ...source.getExportDeclarations()].find((declaration) => {
    const target = declaration.getModuleSpecifierSourceFile();
    return target !== undefined && leadsTo(target, wanted, root, new Set([source]));
  });
  const specifier = found?.getModuleSpecifier();
  // Only what is imported is compiled; `import("…")` types and the like are the rest.
  return specifier === undefined ? { ...rangeOf(source, root), endLine: 1, endColumn: 1 } : rangeOf(specifier, root);
}

function leadsTo(source: SourceFile, wanted: string, root: string, seen: Set<SourceFile>): boolean {
  if (relativeName(root, source.getFilePath()) === wanted) return true;
  if (seen.has(source) || source.isInNodeModules()) return false;
  seen.add(source);
  return [...source.getImportDeclarations(), ...source.getExportDeclarations()].some((declaration) => {
    const target = declaration.getModuleSpecifierSourceFile();
    return target !== undefined && leadsTo(target, wanted, root, seen);
  });
}
