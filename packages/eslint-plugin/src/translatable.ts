import { createRequire } from "node:module";
import path from "node:path";
import type * as writ from "@writ/compiler";
import type { Checked, Finding, SourceRange } from "@writ/compiler";
import type { AST, Rule, SourceCode } from "eslint";
import { configuredFor } from "./configured.js";
import { declaresPolicy, mayExportPolicy } from "./policy-module.js";
import { offsetsOf } from "./text-place.js";

interface Options {
  /** Whether TypeScript's own errors are reported. */
  readonly typescriptErrors: boolean;
}

/** The code of TypeScript's own errors. */
const typescriptError = "WRIT1001";

/**
 * The codes whose rewritten code means the same as what it replaces, in JavaScript as well. The others say what was probably meant,
 * which is not for `--fix`, often run at each save, to decide: `=== false` that never held would begin to hold.
 */
const sameMeaning: ReadonlySet<string> = new Set(["WRIT1102"]);

/** One compiler a process; it is loaded, and TypeScript with it, when the first policy is linted. */
const compiler = lazily(() => {
  // ESLint's rules are synchronous, and a static import would make every other file pay.
  const { openChecker, runModule } = createRequire(import.meta.url)("@writ/compiler") as typeof writ;
  return { checker: openChecker(), runModule };
});

/** Reports what the compiler refuses in a policy, in the compiler's words, with the rewritten code where it has some. */
export const translatable: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "Policies must be within the subset of TypeScript that every engine can run",
      recommended: true,
      // The page of the version that is installed.
      url: new URL("../docs/translatable.md", import.meta.url).href,
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          typescriptErrors: {
            type: "boolean",
            description: "Whether the errors that TypeScript finds under writ's own strict options are reported",
          },
        },
        additionalProperties: false,
      },
    ],
    messages: { refused: "[{{code}}] {{text}}", rewrite: "Write `{{text}}`" },
  },
  create(context) {
    const { sourceCode } = context;
    if (!sourceCode.text.includes("@writ/sdk")) return {};
    return {
      Program() {
        if (!mayExportPolicy(sourceCode.ast)) return;
        const [{ typescriptErrors = true } = {}] = context.options as readonly Partial<Options>[];
        for (const report of reportsOf(sourceCode, context, { typescriptErrors })) context.report(report);
      },
    };
  },
};

function reportsOf(
  sourceCode: SourceCode,
  { filename, cwd }: Pick<Rule.RuleContext, "filename" | "cwd">,
  { typescriptErrors }: Options,
): readonly Rule.ReportDescriptor[] {
  const { checker, runModule } = compiler();
  // Text without a file has a name such as `<input>`.
  const file = path.isAbsolute(filename) ? filename : path.join(cwd, "input.ts");
  const checked = checker.check({ ...configuredFor(file, cwd, runModule), file, text: sourceCode.text });
  if (!(checked.exportsPolicy ?? declaresPolicy(sourceCode.ast))) return [];
  const shown = checked.findings.filter(({ diagnostic }) => typescriptErrors || diagnostic.code !== typescriptError);
  return [...shown.map((finding) => refusal(sourceCode, finding)), ...notRun(checked)];
}

function refusal(sourceCode: SourceCode, { diagnostic, at }: Finding): Rule.ReportDescriptor {
  const { code, message, help, fix, file, line, column } = diagnostic;
  const isElsewhere = file !== at.file;
  const place = isElsewhere ? `in ${file}:${line}:${column}: ` : "";
  const text = `${place}${message}${help === undefined ? "" : `; help: ${help}`}`;
  const report = { loc: locationOf(sourceCode, at), messageId: "refused", data: { code, text } };
  if (fix === undefined || isElsewhere || fix.edits.some(({ range }) => range.file !== file)) return report;
  const rewrite = (fixer: Rule.RuleFixer): Rule.Fix[] =>
    fix.edits.map(({ range, text: written }) =>
      fixer.replaceTextRange([...offsetsOf(sourceCode.text, range)], written),
    );
  return sameMeaning.has(code)
    ? { ...report, fix: rewrite }
    : { ...report, suggest: [{ messageId: "rewrite", data: { text: fix.edits[0].text }, fix: rewrite }] };
}

function locationOf(sourceCode: SourceCode, range: SourceRange): AST.SourceLocation {
  const [start, end] = offsetsOf(sourceCode.text, range);
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}

/** That a module cannot be run is news only where nothing else is wrong with it: most of what is wrong keeps it from running. */
function notRun({ findings, notRun: reason }: Checked): readonly Rule.ReportDescriptor[] {
  if (reason === undefined || findings.length > 0) return [];
  const text = `the module throws when it is loaded: ${reason}; help: keep modules free of side effects`;
  return [{ loc: { line: 1, column: 0 }, messageId: "refused", data: { code: "WRIT2012", text } }];
}

function lazily<Value extends object>(make: () => Value): () => Value {
  const made: { value?: Value } = {};
  return () => (made.value ??= make());
}
