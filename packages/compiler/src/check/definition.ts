import { Node, type ObjectLiteralExpression } from "ts-morph";
import { type Diagnostic, type Fix, diagnostic } from "../diagnostics/index.js";
import { rangeOf } from "../source/range.js";

/** The members of a policy definition. */
const members = new Set(
  "id title severity description remediation controls match params sizes each deny message at check".split(" "),
);

/**
 * Refuses members that the source does not show by name: what a spread, a getter or a computed name adds would take part
 * in the run and not in the translation.
 */
export function checkDefinition(definition: ObjectLiteralExpression, root: string): readonly Diagnostic[] {
  return definition.getProperties().flatMap((property) => {
    const readable =
      (Node.isPropertyAssignment(property) ||
        Node.isShorthandPropertyAssignment(property) ||
        Node.isMethodDeclaration(property)) &&
      Node.isIdentifier(property.getNameNode()) &&
      members.has(property.getName());
    if (readable) return [];
    const what = Node.isSpreadAssignment(property)
      ? "a spread hides members of the definition"
      : `\`${property.getName()}\` is not a plain member of the definition`;
    const at = Node.isSpreadAssignment(property) ? property : property.getNameNode();
    const instead = "write each member by its name: `deny: (…) => …`";
    const name = Node.isPropertyAssignment(property) ? property.getName().replaceAll(/^\[|\]$|["'`]/g, "") : "";
    const isNameAlone = members.has(name);
    const fix: Fix | undefined = isNameAlone ? { edits: [{ range: rangeOf(at, root), text: name }] } : undefined;
    return [diagnostic("definition", rangeOf(at, root), { what, instead }, fix)];
  });
}
