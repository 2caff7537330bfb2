import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile, type CompileResult, type Diagnostic, type Edit, type PolicyModule } from "@writ/compiler";
import type { Policy } from "@writ/sdk";

/** A fixture after some of its fixes. */
export interface Fixed {
  readonly fixture: string;
  readonly by: readonly Diagnostic[];
  readonly text: string;
}

/** The text after the edits of some diagnostics; the same edit of two of them (an import) is made once. */
export function fixedText(text: string, diagnostics: readonly Diagnostic[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map((found) => found.index + 1)];
  const offset = (line: number, column: number): number => (starts[line - 1] ?? 0) + column - 1;
  const edits = diagnostics
    .flatMap(({ fix }) => fix?.edits ?? [])
    .map(({ range, text: written }: Edit) => ({
      start: offset(range.line, range.column),
      end: offset(range.endLine, range.endColumn),
      written,
    }));
  const distinct = new Map(edits.map((edit) => [JSON.stringify(edit), edit]));
  return [...distinct.values()]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((of, { start, end, written }) => of.slice(0, start) + written + of.slice(end), text);
}

/** Compiles fixed fixtures from a folder that stands to their imports as the folder of the fixtures does. */
export function compileFixed(
  fixtures: string,
  fixed: readonly Fixed[],
  policiesOf: (fixture: string) => Readonly<Record<string, Policy>>,
): CompileResult {
  const base = mkdtempSync(join(tmpdir(), "writ-fixed-"));
  const root = join(base, "negative", "fixtures");
  mkdirSync(root, { recursive: true });
  symlinkSync(join(fixtures, "../../conformance"), join(base, "conformance"));
  symlinkSync(join(fixtures, "lib"), join(root, "lib"));
  const modules = fixed.map(({ fixture, text }, index): PolicyModule => {
    const file = join(root, fileOf(index));
    writeFileSync(file, text);
    // Several files hold one policy: each gets an id of its own, unless the id is what was mended.
    const entries = Object.entries(policiesOf(fixture)).map(([name, policy]) => [
      name,
      { ...policy, id: `fixed-${String(index)}` },
    ]);
    return { file, policies: Object.fromEntries(entries) as Readonly<Record<string, Policy>> };
  });
  return compile({ root, modules, params: {} });
}

/** The name of the file that holds a fixed fixture. */
export function fileOf(index: number): string {
  return `fixed-${String(index)}.ts`;
}

/** The text of a fixture. */
export function textOf(fixtures: string, name: string): string {
  return readFileSync(join(fixtures, name), "utf8");
}
