import { alternativeTo } from "./alternative.js";
import { typescriptHelp } from "./typescript-help.js";

/** One kind of diagnostic. Codes are stable: an entry may be retired, its code is never given to another. */
interface Entry<Args> {
  readonly code: `WRIT${number}`;
  readonly title: string;
  readonly message: (args: Args) => string;
  readonly help?: (args: Args) => string | undefined;
  /** Why the rule exists, for `writ explain`. */
  readonly explanation: string;
}

const entry = <Args>(of: Entry<Args>): Entry<Args> => of;

/*
 * Ranges: 10xx sources and TypeScript, 11xx statements and declarations, 12xx expressions, 13xx values and types,
 * 14xx policy definitions and reports, 15xx regular expressions, 16xx parameters.
 */
export const catalogue = {
  typescript: entry<{ code: number; text: string }>({
    code: "WRIT1001",
    title: "TypeScript error",
    message: ({ code, text }) => `${text} (TS${code})`,
    help: ({ code, text }) => typescriptHelp(code, text),
    explanation:
      "Policies are compiled under writ's own strict options, whatever the project's tsconfig says: without strict null checks a missing presence check would silently vanish.",
  }),
  notLiteralPolicy: entry<{ what: string }>({
    code: "WRIT1002",
    title: "a policy is not declared in place",
    message: ({ what }) => `the exported policy \`${what}\` is not a call of \`policy({ … })\` with an object literal`,
    help: () => "write `export const name = policy({ … })` in the module that exports it",
    explanation:
      "The compiler reads the predicates from the source of the declaration. A policy made by a function of your own has no predicate that it could read.",
  }),
  moduleStatement: entry<{ what: string }>({
    code: "WRIT1003",
    title: "a policy module does more than declare",
    message: ({ what }) => `${what} is not allowed at the top level of a policy module`,
    help: () => "keep to imports, `const`, functions, types and exported policies; a policy has no side effects",
    explanation:
      "Tests, documentation, the compiler and the CLI import policies. A module that acts when imported, or keeps state, would make the verdict depend on more than the document.",
  }),
  suppression: entry<{ text: string }>({
    code: "WRIT1004",
    title: "suppressed type check",
    message: ({ text }) => `\`${text}\` hides what the type checker found`,
    help: () => "remove the comment, and mend what TypeScript then reports",
    explanation:
      "The compiler takes from the types what may be absent. Where an error is hidden, the types are wrong and the engines would differ.",
  }),
  tooLarge: entry<{ limit: string }>({
    code: "WRIT1005",
    title: "policy that grows too large",
    message: ({ limit }) => `the policy comes to more than ${limit} once its functions are inlined`,
    help: () => "call each function once and keep its value in a `const`, or split the policy",
    explanation:
      "Functions are inlined, so one that calls another twice doubles it, and one above that doubles it again. Engines limit the size of a policy.",
  }),
  statement: entry<{ what: string; instead: string }>({
    code: "WRIT1101",
    title: "statement outside the subset",
    message: ({ what }) => `${what} cannot be translated`,
    help: ({ instead }) => instead,
    explanation:
      "Engines evaluate expressions over lists; they have no loops with state, no exceptions and no classes. What cannot be said there is refused rather than approximated.",
  }),
  letDeclaration: entry<{ name: string }>({
    code: "WRIT1102",
    title: "reassignable variable",
    message: ({ name }) => `\`${name}\` is declared with \`let\` or \`var\``,
    help: ({ name }) =>
      `write \`const ${name} = …\`; replace an accumulator by \`some\`, \`every\`, \`filter\` or \`map\``,
    explanation: "CEL and Rego bind a name once. An accumulator has no counterpart there.",
  }),
  assignment: entry<{ text: string }>({
    code: "WRIT1103",
    title: "mutation",
    message: ({ text }) => `\`${text}\` changes a value`,
    help: () => "make a new value with `filter`, `map` or a ternary, and bind it with `const`",
    explanation: "A predicate is a pure function of the document; engines cannot change values.",
  }),
  returnInLoop: entry<Record<never, never>>({
    code: "WRIT1104",
    title: "return inside a loop",
    message: () => "`return` inside a loop makes later elements depend on earlier ones",
    help: () => "use `continue`, or test with `some` / `every` / `find` before the loop",
    explanation: "Engines visit the elements of a list in any order, so one element cannot stop the others.",
  }),
  loopList: entry<Record<never, never>>({
    code: "WRIT1105",
    title: "loop over something else than a list",
    message: () => "`for … of` needs a list",
    help: () => "iterate a list of the document, a parameter list, or an array literal",
    explanation: "Only lists have an order that is the same in every engine.",
  }),
  uselessExpression: entry<Record<never, never>>({
    code: "WRIT1106",
    title: "expression without effect",
    message: () => "this statement has no effect on the verdict",
    help: () => "call `report(…)`, or remove it",
    explanation: "The only effect a `check` can have is a report.",
  }),
  expression: entry<{ what: string; instead: string }>({
    code: "WRIT1201",
    title: "expression outside the subset",
    message: ({ what }) => `${what} cannot be translated`,
    help: ({ instead }) => instead,
    explanation:
      "The subset holds what means the same in JavaScript, Rego and CEL. The rest is refused rather than mistranslated.",
  }),
  truthiness: entry<{ text: string; type: string; instead: string }>({
    code: "WRIT1202",
    title: "condition that is not a boolean",
    message: ({ text, type }) => `\`${text}\` is ${type}, not a boolean`,
    help: ({ instead }) => instead,
    explanation:
      "JavaScript treats seven values as false; Rego only false and undefined; CEL accepts nothing but booleans. Say which test you mean.",
  }),
  unknownCall: entry<{ text: string }>({
    code: "WRIT1203",
    title: "call of an unknown function",
    message: ({ text }) => `\`${text}\` is not a function that writ can translate`,
    help: ({ text }) =>
      alternativeTo(text) ??
      "call a function declared in the policy's own modules, a method of strings or lists of the subset, or an intrinsic of @writ/sdk",
    explanation:
      "Functions of your own modules are inlined. Library functions have no source in the subset; the intrinsics of @writ/sdk exist in every engine.",
  }),
  recursion: entry<{ name: string }>({
    code: "WRIT1204",
    title: "recursion",
    message: ({ name }) => `\`${name}\` calls itself`,
    help: () => "functions are inlined; write the levels out, or iterate a list",
    explanation: "CEL and Rego have no recursion.",
  }),
  callback: entry<{ method: string; most: number }>({
    code: "WRIT1205",
    title: "callback that cannot be inlined",
    message: ({ method, most }) =>
      `\`${method}\` needs an arrow function or a named function with ${most === 1 ? "one parameter" : "one or two parameters"}`,
    help: ({ most }) =>
      most === 1
        ? "write `(pair) => …`"
        : "write `(element) => …` or `(element, index) => …`; the array is not available",
    explanation: "The body of a callback is put in the place of the call, so it must be there to read.",
  }),
  unknownName: entry<{ name: string }>({
    code: "WRIT1206",
    title: "name without a translatable value",
    message: ({ name }) => `\`${name}\` has no value that can be translated`,
    help: ({ name }) =>
      name === "Math"
        ? "call `min`, `max` or `sum` of @writ/sdk with a list of integers"
        : "use the predicate's parameters, a `const` with a translatable value, or an import of such a `const`",
    explanation: "Globals such as `process` or `Date` exist in Node only.",
  }),
  comparison: entry<{ operator: string; left: string; right: string }>({
    code: "WRIT1207",
    title: "comparison of values with identity",
    message: ({ operator, left, right }) => `\`${operator}\` compares ${left} with ${right}`,
    help: () => "compare scalars (text, numbers, booleans), or test for presence with `=== undefined`",
    explanation:
      "JavaScript compares objects by identity, CEL and Rego by content. Only scalars compare alike everywhere.",
  }),
  overflow: entry<{ operator: string }>({
    code: "WRIT1213",
    title: "arithmetic beyond 2^53",
    message: ({ operator }) => `the result of \`${operator}\` may be beyond 2^53, where engines differ`,
    help: () => "compute with fewer values, or compare them one by one with constants",
    explanation:
      "JavaScript rounds integers beyond 2^53, Rego does not, and CEL fails beyond 2^63. The shape guard keeps integers that are computed with within a limit; this result has none that is wide enough to be of use.",
  }),
  mapOrder: entry<{ text: string }>({
    code: "WRIT1212",
    title: "order of the members of a map",
    message: ({ text }) => `\`${text}\` depends on the order of a map, which has none`,
    help: () =>
      'ask `some`, `every`, `includes` or `length`, or iterate a constant list of keys: `for (const key of ["a", "b"])`',
    explanation:
      "Each engine iterates a map in an order of its own. What does not depend on the order is accepted; reports and texts do.",
  }),
  looseEquality: entry<{ operator: string }>({
    code: "WRIT1208",
    title: "loose equality",
    message: ({ operator }) => `\`${operator}\` converts its operands`,
    help: ({ operator }) =>
      `write \`${operator}=\`; \`${operator} undefined\` and \`${operator} null\` are accepted as presence tests`,
    explanation: "`==` applies conversion rules that no other engine has.",
  }),
  nullComparison: entry<{ operator: string }>({
    code: "WRIT1209",
    title: "comparison with null",
    message: () => "a null member is an absent one, so nothing equals `null`",
    help: ({ operator }) => `write \`${operator} undefined\``,
    explanation: "The API server drops most nulls; writ reads a null member as absent, in every engine.",
  }),
  order: entry<{ operator: string; type: string }>({
    code: "WRIT1210",
    title: "order of something else than numbers",
    message: ({ operator, type }) => `\`${operator}\` orders ${type}`,
    help: ({ type }) =>
      type === "a quantity"
        ? "use `compareQuantities(a, b)`, which gives -1, 0 or 1"
        : "only numbers are ordered; compare texts with `===`",
    explanation: "JavaScript orders strings by UTF-16 units, the engines by code points.",
  }),
  arithmetic: entry<{ operator: string; type?: string }>({
    code: "WRIT1211",
    title: "arithmetic",
    message: ({ operator, type }) =>
      type === undefined ? `\`${operator}\` is not in the subset` : `\`${operator}\` computes with ${type}`,
    help: ({ type }) =>
      type === "a quantity"
        ? "use the intrinsics of @writ/sdk for quantities, such as `compareQuantities(a, b)`"
        : "`+`, `-` and `*` take integers; compare other numbers with constants instead",
    explanation:
      "Numbers differ between engines (double, 64-bit, decimal) as soon as they are computed with. Sums, differences and products of integers agree within 2^53.",
  }),
  zeroTest: entry<{ text: string; field: string; holds: "always" | "never"; instead: string }>({
    code: "WRIT1301",
    title: "test that the API server makes pointless",
    message: ({ text, field, holds }) =>
      `\`${text}\` ${holds} holds at admission: the API server drops \`${field}\` at that value`,
    help: ({ instead }) => `write \`${instead}\``,
    explanation:
      'Fields without a pointer in the Go type vanish at their zero value (`hostNetwork: false`, `""`, `0`). A file may still hold them, so the test would differ between the file and the admitted object.',
  }),
  alwaysPresent: entry<{ field: string }>({
    code: "WRIT1302",
    title: "presence test on a field that is always present",
    message: ({ field }) => `\`${field}\` is always present at admission, so its presence says nothing`,
    help: () => "test the fields below it",
    explanation: "The API server writes some objects (`resources`, `status`) even when the file has none.",
  }),
  printed: entry<{ text: string; type: string }>({
    code: "WRIT1303",
    title: "value that cannot be printed",
    message: ({ text, type }) => `\`${text}\` is ${type}, which a message cannot show`,
    help: ({ text, type }) => {
      if (type === "possibly absent") return 'give a value for its absence: `${x ?? "none"}`, or test for it before';
      if (type === "a quantity") return `print its canonical form: \`formatQuantity(${text}) ?? "none"\``;
      return "only text and integers can be printed; name the field instead of its value";
    },
    explanation:
      "Engines print numbers, booleans, lists and absent values differently, and the API server rewrites quantities.",
  }),
  opaque: entry<{ text: string; type: string; use: string }>({
    code: "WRIT1304",
    title: "value used in a way its type does not allow",
    message: ({ text, type, use }) => `\`${text}\` is ${type} and cannot be ${use}`,
    help: () =>
      "read the members that the operation is about, or use an intrinsic of @writ/sdk for values of this type",
    explanation: "The operation has no meaning for this type that all engines share.",
  }),
  argument: entry<{ text: string; type: string; name: string; accepted: string; instead: string }>({
    code: "WRIT1308",
    title: "argument that an intrinsic does not take",
    message: ({ text, type, name, accepted }) => `\`${text}\` is ${type}, and \`${name}\` takes ${accepted}`,
    help: ({ instead }) => instead,
    explanation:
      "An intrinsic means the same in every engine for the types that it is made for. TypeScript has one type for all numbers, and takes a quantity for text.",
  }),
  assertion: entry<{ text: string }>({
    code: "WRIT1305",
    title: "type assertion",
    message: ({ text }) => `\`${text}\` overrides the type checker`,
    help: () => "test for the value instead; only `as const` is allowed",
    explanation:
      "The compiler relies on the types to know what may be absent. An assertion that is wrong would make the engines differ.",
  }),
  lookup: entry<{ text: string; instead: string }>({
    code: "WRIT1307",
    title: "look-up of a key that may be inherited",
    message: ({ text }) => `\`${text}\` finds in JavaScript what every object inherits, such as \`constructor\``,
    help: ({ instead }) => `write \`${instead}\`, or make the object a \`Map\` and call \`get\``,
    explanation:
      "A key from a document may be any text. An object literal has members of its own and those of `Object.prototype`; CEL and Rego know the first only.",
  }),
  optionalElement: entry<{ method: string }>({
    code: "WRIT1306",
    title: "list with absent elements",
    message: ({ method }) => `the elements that \`${method}\` makes may be absent`,
    help: () => "use `filter` first, or give a default with `??`",
    explanation: "Lists hold no absent values in Rego and CEL.",
  }),
  definition: entry<{ what: string; instead: string }>({
    code: "WRIT1401",
    title: "policy definition that cannot be read",
    message: ({ what }) => what,
    help: ({ instead }) => instead,
    explanation: "The compiler reads the definition from its source; each part stands in the object literal itself.",
  }),
  reportTarget: entry<{ text: string }>({
    code: "WRIT1402",
    title: "report on something that is not in the document",
    message: ({ text }) => `\`${text}\` has no place in the document`,
    help: () => "report on the subject or on an object read from it, and name fields below it with the third argument",
    explanation: "A violation is shown at a line of the file; a copy, a parameter or the old object has none.",
  }),
  reportPath: entry<Record<never, never>>({
    code: "WRIT1403",
    title: "report path that is not constant",
    message: () => "the path of a report must be an array of names and positions",
    help: () =>
      'write it out: `["securityContext", "privileged"]`, or `["verbs", index]` in a loop over `verbs.entries()`; report on the element itself where it is an object',
    explanation:
      "Paths are part of the verdict and are written into the engines' code: names are literals, positions are literals or integer constants.",
  }),
  reportUse: entry<Record<never, never>>({
    code: "WRIT1404",
    title: "report used as a value",
    message: () => "`report` can only be called as a statement of `check`",
    help: () => "call `report(target, message)` directly in `check`, in its loops and branches",
    explanation: "Each call of `report` becomes a rule of its own.",
  }),
  duplicateId: entry<{ id: string; other: string }>({
    code: "WRIT1405",
    title: "policy id used twice",
    message: ({ id, other }) => `the id \`${id}\` is also used by ${other}`,
    help: () => "give each policy an id of its own",
    explanation: "The id names the policy in every engine, in reports and in the configuration.",
  }),
  invalidId: entry<{ id: string }>({
    code: "WRIT1406",
    title: "policy id that engines do not accept",
    message: ({ id }) => `\`${id}\` is not a valid policy id`,
    help: () => "use lower-case letters, digits and single hyphens, at most 63, starting with a letter",
    explanation: "The id becomes the name of Kubernetes objects and of packages.",
  }),
  regex: entry<{ what: string; instead: string }>({
    code: "WRIT1501",
    title: "regular expression outside the subset",
    message: ({ what }) => what,
    help: ({ instead }) => instead,
    explanation: "JavaScript and RE2 read some patterns differently; only what both match alike is translated.",
  }),
  dynamicRegex: entry<Record<never, never>>({
    code: "WRIT1502",
    title: "regular expression that is not a literal",
    message: () => "a regular expression must be a literal",
    help: () => "write `/…/u.test(text)`, or use `glob(text, pattern)` for a pattern from a parameter",
    explanation: "The pattern is translated when the policy is compiled.",
  }),
  parameterMissing: entry<{ policy: string; name: string }>({
    code: "WRIT1601",
    title: "parameter without a value",
    message: ({ policy, name }) => `the parameter \`${name}\` of \`${policy}\` has no default and is not configured`,
    help: ({ policy, name }) => `set it in writ.config.ts: params: { "${policy}": { ${name}: … } }`,
    explanation: "Parameters are constants of the compiled policy.",
  }),
  parameterType: entry<{ policy: string; name: string; expected: string }>({
    code: "WRIT1602",
    title: "parameter of the wrong type",
    message: ({ policy, name, expected }) => `the parameter \`${name}\` of \`${policy}\` must be ${expected}`,
    help: () => "mend it in writ.config.ts, or the default in the policy",
    explanation: "A parameter of the wrong type would make engines differ.",
  }),
  parameterUnknown: entry<{ policy: string; name: string; known: string }>({
    code: "WRIT1603",
    title: "unknown parameter",
    message: ({ policy, name }) => `\`${policy}\` has no parameter \`${name}\``,
    help: ({ known }) => (known === "" ? "it has no parameters" : `its parameters are: ${known}`),
    explanation: "A misspelt parameter would silently leave the default in force.",
  }),
} as const;

export type DiagnosticName = keyof typeof catalogue;
export type DiagnosticArguments<Name extends DiagnosticName> = Parameters<(typeof catalogue)[Name]["message"]>[0];
