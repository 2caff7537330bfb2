const caseMapping = "engines map the case of scripts beyond ASCII each in their own way";

/** Functions of JavaScript that are outside the subset, by the last name, and what to call for them. */
const alternatives: Readonly<Record<string, string>> = {
  toLowerCase: `call \`asciiLowerCase(text)\` of @writ/sdk; ${caseMapping}`,
  toLocaleLowerCase: `call \`asciiLowerCase(text)\` of @writ/sdk; ${caseMapping}`,
  toUpperCase: `call \`asciiUpperCase(text)\` of @writ/sdk; ${caseMapping}`,
  toLocaleUpperCase: `call \`asciiUpperCase(text)\` of @writ/sdk; ${caseMapping}`,
  trim: "call `asciiTrim(text)` of @writ/sdk; engines differ about the spaces of other scripts",
  slice:
    "call `codePointSlice(text, start, end)` of @writ/sdk; JavaScript counts UTF-16 units, the engines code points",
  substring:
    "call `codePointSlice(text, start, end)` of @writ/sdk; JavaScript counts UTF-16 units, the engines code points",
  substr:
    "call `codePointSlice(text, start, end)` of @writ/sdk; JavaScript counts UTF-16 units, the engines code points",
};

/** What to call instead of a function, as it is written (`spec.name.trim`); undefined for most. */
export function alternativeTo(written: string): string | undefined {
  const [name = ""] = /\w+$/.exec(written) ?? [];
  return Object.hasOwn(alternatives, name) ? alternatives[name] : undefined;
}
