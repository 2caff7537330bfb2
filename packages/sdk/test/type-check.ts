import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const sdk = join(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * The errors that TypeScript finds in the given modules (relative name to text), one line each, under the strict options of
 * the workspace. `@writ/sdk` is the source of the SDK, so that no build has to come first.
 */
export function typeErrors(modules: Readonly<Record<string, string>>): readonly string[] {
  const folder = join(sdk, "type-check");
  const texts = new Map(Object.entries(modules).map(([name, text]) => [join(folder, name), text]));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    lib: ["lib.es2023.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    ...{ strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, verbatimModuleSyntax: true },
    ...{ isolatedModules: true, noEmit: true, skipLibCheck: true, types: [] },
    paths: { "@writ/sdk": [join(sdk, "src/index.ts")], "@writ/sdk/models/*": [join(sdk, "src/models/*.ts")] },
  };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => texts.has(name) || disk.fileExists(name),
    directoryExists: (name) => name === folder || disk.directoryExists?.(name) === true,
    readFile: (name) => texts.get(name) ?? disk.readFile(name),
    getSourceFile: (name, language, ...rest) => {
      const text = texts.get(name);
      if (text === undefined) return disk.getSourceFile(name, language, ...rest);
      return ts.createSourceFile(name, text, language);
    },
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const files = [...texts.keys()].map((name) => program.getSourceFile(name));
  const found = files.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  return found.map(({ code, file, start = 0, messageText }) => {
    const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
    return `${line}: TS${code} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}
