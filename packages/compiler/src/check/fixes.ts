import path from "node:path";
import { type Project, ts } from "ts-morph";
import type { Diagnostic, Edit } from "../diagnostics/index.js";

/**
 * Leaves out every fix with which TypeScript finds more to complain about than without: what is offered compiles. The fixes of a
 * file are tried together, which is one more check of that file, and one by one only where that fails.
 */
export function withSoundFixes(
  project: Project,
  root: string,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const files = new Set(diagnostics.filter(({ fix }) => fix !== undefined).map(({ file }) => file));
  const sound = new Set(
    [...files].flatMap((file) => soundIn(project, path.resolve(root, file), fixedIn(diagnostics, file))),
  );
  return diagnostics.map((found) => {
    if (found.fix === undefined || sound.has(found)) return found;
    const { fix: _, ...without } = found;
    return without;
  });
}

function fixedIn(diagnostics: readonly Diagnostic[], file: string): readonly Diagnostic[] {
  return diagnostics.filter((found) => found.file === file && found.fix !== undefined);
}

function soundIn(project: Project, file: string, fixed: readonly Diagnostic[]): readonly Diagnostic[] {
  const program = project.getProgram().compilerObject;
  const source = program.getSourceFile(file.split(path.sep).join("/"));
  if (source === undefined) return [];
  const before = mistakes(program, source);
  const isSound = (of: readonly Diagnostic[]): boolean => {
    const text = applied(source, of);
    if (text === undefined) return false;
    const next = withText(program, source, text);
    const changed = next.getSourceFile(source.fileName);
    return changed !== undefined && mistakes(next, changed) <= before;
  };
  return isSound(fixed) ? fixed : fixed.filter((found) => isSound([found]));
}

function mistakes(program: ts.Program, source: ts.SourceFile): number {
  return program.getSyntacticDiagnostics(source).length + program.getSemanticDiagnostics(source).length;
}

/** The text of a file after all edits; undefined when two of them are about the same place. */
function applied(source: ts.SourceFile, fixed: readonly Diagnostic[]): string | undefined {
  const edits = fixed
    .flatMap(({ fix }) => fix?.edits ?? [])
    .map((edit) => ({ text: edit.text, ...offsets(source, edit) }));
  // Two fixes may need the same import.
  const distinct = new Map(edits.map((edit) => [`${String(edit.start)} ${String(edit.end)} ${edit.text}`, edit]));
  const ordered = [...distinct.values()].sort((a, b) => b.start - a.start || b.end - a.end);
  const isDisjoint = ordered.every((edit, index) => index === 0 || edit.end <= (ordered[index - 1]?.start ?? 0));
  if (!isDisjoint) return undefined;
  return ordered.reduce(
    (text, { start, end, text: written }) => text.slice(0, start) + written + text.slice(end),
    source.text,
  );
}

function offsets({ text }: ts.SourceFile, { range }: Edit): { readonly start: number; readonly end: number } {
  return {
    start: offsetOf(text, range.line, range.column),
    end: offsetOf(text, range.endLine, range.endColumn),
  };
}

// Lines end at line feeds, as the ranges count them; TypeScript's own lines end at U+2028, too.
function offsetOf(text: string, line: number, column: number): number {
  const before = text.split("\n", line - 1);
  return before.reduce((length, of) => length + of.length + 1, 0) + column - 1;
}

/** The same program with another text of one file; everything else is taken over as it was parsed. */
function withText(program: ts.Program, source: ts.SourceFile, text: string): ts.Program {
  const options = program.getCompilerOptions();
  const host = ts.createCompilerHost(options, true);
  // The standard library is where the program has it, which need not be a folder that exists.
  const library = program.getSourceFiles().find((of) => program.isSourceFileDefaultLibrary(of))?.fileName ?? "";
  const folder = path.posix.dirname(library);
  const changed = ts.createSourceFile(source.fileName, text, options.target ?? ts.ScriptTarget.ES2023, true);
  return ts.createProgram({
    rootNames: program.getRootFileNames(),
    options,
    oldProgram: program,
    host: {
      ...host,
      getDefaultLibLocation: () => folder,
      getDefaultLibFileName: () => library,
      getSourceFile: (name, ...rest) =>
        name === source.fileName ? changed : (program.getSourceFile(name) ?? host.getSourceFile(name, ...rest)),
    },
  });
}
