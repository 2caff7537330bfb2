import type { Policy } from "@writ/sdk";
import { Node, type Project } from "ts-morph";
import { checkDefinition } from "./check/definition.js";
import { withSoundFixes } from "./check/fixes.js";
import { checkModule } from "./check/module.js";
import { paramTypes, resolveParams } from "./check/params.js";
import { checkTrust } from "./check/trust.js";
import { isTypescript, typescriptErrors } from "./check/typescript.js";
import { type Diagnostic, type Fix, diagnostic } from "./diagnostics/index.js";
import type { CompiledPolicy } from "./ir/policy.js";
import type { Arithmetic } from "./ir/nodes.js";
import { judgedOperations } from "./ir/operations.js";
import { type Bound, boundOf } from "./ir/range.js";
import { deriveShapes } from "./ir/shape.js";
import { pruneRule } from "./passes/prune.js";
import type { Lowering } from "./lower/lowering.js";
import { lowerPolicy } from "./lower/policy.js";
import { type PolicyDeclaration, discoverPolicies, ownModules } from "./source/discover.js";
import { openProject } from "./source/project.js";
import { rangeOf } from "./source/range.js";

export interface CompileRequest {
  /** Diagnostics and emitted code name files relative to this folder. */
  readonly root: string;
  /** The policy modules, by absolute path, with the policies that importing them gave, by export name. */
  readonly modules: readonly PolicyModule[];
  /** Configured parameters, by policy id. */
  readonly params: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface PolicyModule {
  readonly file: string;
  readonly policies: Readonly<Record<string, Policy>>;
}

export interface CompileResult {
  /** The policies without a problem, in the order of the modules. */
  readonly policies: readonly CompiledPolicy[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles policies to the IR. The stages, in order: types (nothing later is sound without them), modules (a policy has no
 * side effects), declarations, parameters (their types are needed to lower), lowering. A policy with a problem is left out,
 * and so are all policies of a module with a problem of its own.
 */
export function compile(request: CompileRequest): CompileResult {
  return compileIn(openProject(request.modules.map((module) => module.file)), request);
}

/** Compiles the modules of a request as a project holds them, which may be other texts than the files'. */
export function compileIn(project: Project, request: CompileRequest): CompileResult {
  const { root, modules } = request;
  const moduleProblems = ownModules(project).flatMap((source) => {
    const errors = typescriptErrors(project, source, root);
    return [...errors, ...checkTrust(source, root), ...checkModule(source, root)];
  });
  const diagnostics: Diagnostic[] = [...moduleProblems];
  const compiled: CompiledPolicy[] = [];
  const taken: Taken = { ids: new Map(), definitions: new Set() };
  for (const module of modules) {
    const found = compileModule(project, module, request, taken);
    diagnostics.push(...found.diagnostics);
    compiled.push(...found.policies);
  }
  const broken = new Set(diagnostics.map((found) => found.file));
  const sound = moduleProblems.length === 0 ? compiled : compiled.filter((policy) => !broken.has(policy.file));
  return { policies: sound, diagnostics: withSoundFixes(project, root, inOrder(diagnostics)) };
}

function compileModule(project: Project, module: PolicyModule, request: CompileRequest, taken: Taken): CompileResult {
  const source = project.getSourceFileOrThrow(module.file);
  const found = discoverPolicies(source, Object.keys(module.policies), request.root);
  const diagnostics: Diagnostic[] = [...found.diagnostics];
  const policies = found.declarations.flatMap((declaration) => {
    const policy = module.policies[declaration.exportName];
    // A module may export the policies of another one again.
    if (policy === undefined || taken.definitions.has(declaration.definition)) return [];
    taken.definitions.add(declaration.definition);
    const result = compilePolicy(policy, declaration, request, taken);
    diagnostics.push(...result.diagnostics);
    return result.policies;
  });
  return { policies, diagnostics };
}

/** What the policies so far have: their ids, with where each is declared, and their definitions. */
interface Taken {
  readonly ids: Map<string, string>;
  readonly definitions: Set<Node>;
}

/** The id in lower case with hyphens, where that makes it valid and it stands in the definition. */
function validIdFix({ definition }: PolicyDeclaration, id: string, root: string): Fix | undefined {
  const property = definition.getProperty("id");
  const written = Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
  const words = id
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const valid = words.filter((word) => word !== "").join("-");
  if (!Node.isStringLiteral(written) || !validId.test(valid) || valid.length > 63) return undefined;
  return { edits: [{ range: rangeOf(written, root), text: JSON.stringify(valid) }] };
}

const validId = /^[a-z](?:-?[a-z0-9])*$/;

function compilePolicy(
  policy: Policy,
  declaration: PolicyDeclaration,
  request: CompileRequest,
  taken: Taken,
): CompileResult {
  const range = rangeOf(declaration.name, request.root);
  const params = resolveParams(policy, request.params[policy.id] ?? {}, range);
  const unreadable = checkDefinition(declaration.definition, request.root);
  const diagnostics: Diagnostic[] = [...params.diagnostics, ...unreadable];
  const other = taken.ids.get(policy.id);
  if (other !== undefined) diagnostics.push(diagnostic("duplicateId", range, { id: policy.id, other }));
  if (!validId.test(policy.id) || policy.id.length > 63)
    diagnostics.push(
      diagnostic("invalidId", range, { id: policy.id }, validIdFix(declaration, policy.id, request.root)),
    );
  taken.ids.set(policy.id, `\`${declaration.exportName}\` (${range.file}:${range.line})`);
  const kindNames = policy.match.kinds.map(({ kind }) => kind);
  const lowering: Lowering = {
    root: request.root,
    kinds: kindNames,
    params: paramTypes(policy.params),
    files: [],
    rules: [],
    evaluated: [],
    diagnostics: [],
    names: new Map(),
    inlining: [],
    views: new Map(),
    size: { expressions: 0, depth: 0, exceeded: false },
  };
  const rules = unreadable.length > 0 ? [] : lowerPolicy(lowering, declaration.definition, policy.match.view);
  const bound = boundOf(rules, params.values);
  if (bound.kind === "overflow") lowering.diagnostics.push(overflowAt(bound.at, lowering.files));
  diagnostics.push(...lowering.diagnostics);
  if (diagnostics.length > 0) return { policies: [], diagnostics };
  const { id, title, severity, description, remediation, controls, match, sizes } = policy;
  const compiled: CompiledPolicy = {
    id,
    title,
    severity,
    ...(description === undefined ? {} : { description }),
    ...(remediation === undefined ? {} : { remediation }),
    controls: controls ?? [],
    kinds: match.kinds.map(({ group, version, kind, plural, namespaced }) => ({
      group,
      version,
      kind,
      plural,
      namespaced,
    })),
    operations: judgedOperations(rules),
    view: match.view,
    file: range.file,
    line: range.line,
    column: range.column,
    exportName: declaration.exportName,
    ...(sizes === undefined ? {} : { sizes }),
    params: params.values,
    paramShapes: params.shapes,
    ir: {
      files: lowering.files,
      rules: rules.map(pruneRule),
      shapes: deriveShapes([...rules, ...lowering.evaluated], kindNames, limitOf(bound)),
    },
  };
  return { policies: [compiled], diagnostics: [] };
}

function limitOf(bound: Bound): number | undefined {
  return bound.kind === "within" ? bound.limit : undefined;
}

function overflowAt({ operator, span }: Arithmetic, files: readonly string[]): Diagnostic {
  const [file, line, column, endLine, endColumn] = span;
  return diagnostic("overflow", { file: files[file] ?? "", line, column, endLine, endColumn }, { operator });
}

/**
 * By file, TypeScript's own errors first, then by place, each once: a function that two policies inline is reported once, and
 * what TypeScript reports is not reported again by what follows from it.
 */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const errors = diagnostics.filter(isTypescript);
  const roots = diagnostics.filter((found) => isTypescript(found) || !errors.some((error) => overlap(error, found)));
  const seen = new Map(roots.map((found) => [JSON.stringify(found), found]));
  return [...seen.values()].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      Number(isTypescript(b)) - Number(isTypescript(a)) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.code < b.code ? -1 : 1),
  );
}

function overlap(a: Diagnostic, b: Diagnostic): boolean {
  const begins = (range: Diagnostic) => range.line * 1e6 + range.column;
  const ends = (range: Diagnostic) => range.endLine * 1e6 + range.endColumn;
  return a.file === b.file && begins(a) < ends(b) && begins(b) < ends(a);
}
