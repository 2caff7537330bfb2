/** What TypeScript says of a value that may be absent, by its own codes. */
const absence = new Set([2531, 2532, 2533, 2722, 18047, 18048, 18049]);

const noOverload = 2769;
const wrongArgument = 2345;

/** What to write for some of TypeScript's own errors, where a policy has an answer that TypeScript does not know. */
export function typescriptHelp(code: number, text: string): string | undefined {
  if (absence.has(code))
    return "say what holds when it is absent: read on with `?.`, give a default with `??`, or test for it before";
  if (code === wrongArgument && /\| undefined' is not assignable to parameter of type 'object'/.test(text))
    return "a report is about what is there: return before when it is absent, or report on what it is read from, and name it in the path";
  if (code === noOverload && /to type '(?:readonly )?object(?:\[\])?'/.test(text))
    return "`each` gives objects, which have a place: of texts and numbers, write `check` with a loop over `list.entries()` and report the list and the position";
  if (code === noOverload && /'(?:operation|operations)' does not exist/.test(text))
    return "say it in the condition: the second argument of a predicate has the `operation` and the `oldObject`";
  if (/\bQuantity\b/.test(text))
    return "ask for quantities with `compareQuantities(a, b)`, `addQuantities(a, b)` and their like of @writ/sdk";
  return undefined;
}
