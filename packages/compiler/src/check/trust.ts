import { Node, type SourceFile, SyntaxKind, ts } from "ts-morph";
import { type Diagnostic, type SourceRange, diagnostic } from "../diagnostics/index.js";
import { rangeOf, rangeOfText } from "../source/range.js";
import { unsupportedExpression } from "./syntax.js";

/**
 * Refuses what makes the type checker believe more than it knows, wherever it stands in a module: the compiler takes from
 * the types what may be absent. Assertions (`as`, `!`) are refused where they are translated.
 */
export function checkTrust(source: SourceFile, root: string): readonly Diagnostic[] {
  const found: Diagnostic[] = suppressions(source, root).map(({ range, text }) =>
    diagnostic("suppression", range, { text }),
  );
  source.forEachDescendant((node) => {
    if (node.getKind() === SyntaxKind.AnyKeyword) {
      found.push(diagnostic("expression", rangeOf(node, root), unsupportedExpression(node)));
    } else if (Node.isTypePredicate(node)) {
      found.push(diagnostic("assertion", rangeOf(node, root), { text: node.getText() }));
    }
  });
  return found;
}

// As TypeScript reads these comments: at the beginning of one, or of a line of a block comment.
const directive = /^(?:\/\/+|\/\*+|[ \t]*\*?)[ \t]*(@ts-(?:ignore|expect-error|nocheck))\b/m;

function suppressions(
  source: SourceFile,
  root: string,
): readonly { readonly range: SourceRange; readonly text: string }[] {
  const text = source.getFullText();
  if (!text.includes("@ts-")) return [];
  const scanner = ts.createScanner(ts.ScriptTarget.ES2023, false, ts.LanguageVariant.Standard, text);
  const found: { range: SourceRange; text: string }[] = [];
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token !== ts.SyntaxKind.SingleLineCommentTrivia && token !== ts.SyntaxKind.MultiLineCommentTrivia) continue;
    const match = directive.exec(scanner.getTokenText());
    const name = match?.[1];
    if (match === null || name === undefined) continue;
    const end = scanner.getTokenStart() + match.index + match[0].length;
    found.push({ range: rangeOfText(source, end - name.length, end, root), text: name });
  }
  return found;
}
