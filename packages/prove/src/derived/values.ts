import type { Json, Shape } from "@writ/compiler/ir";

/** The constants of a policy that a place may turn on. */
export interface Constants {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
}

/** What stands in for a member that is not there. */
export const absent: unique symbol = Symbol("absent");

/** One of each type of JSON, empty and not: at most places most of them are wrong. */
export const ofEveryType: readonly Json[] = [
  null,
  true,
  false,
  0,
  1.5,
  "",
  "x",
  [],
  {},
  [null],
  ["x"],
  [{}],
  { a: null },
  { a: "x" },
];

const whole: readonly number[] = [0, 1, -1, 2 ** 31, 2 ** 53 - 1, -(2 ** 53 - 1)];
/** Numbers beyond what every engine holds exactly, or no integers. */
const odd: readonly number[] = [2 ** 53, -(2 ** 53), 1e21, 1e-7, 0.1];

/** Texts that engines are known to read, cut, trim, fold or print differently. */
const texts: readonly string[] = [
  " ",
  "\u00a0x\u2003",
  "é",
  "e\u0301",
  "😀",
  "a😀b",
  "\u2028",
  "x\u0000y",
  "tab\tand\r\nline",
  "ſK",
  "İ",
  "ß",
  "\ufeffx",
  "$(X) {{x}} %d",
  "'\"`\\",
  "x".repeat(450),
  "😀".repeat(450),
];

/** Quantities at the borders of their grammar, and equal ones in several forms. */
const quantities: readonly Json[] = [
  "0", "1", "1000m", "0.5", "500m", "1Gi", "1024Mi", "1073741824", "1e3", "1E3", "1k", "1K", "1Ki", "1n", "1E", "1Ei",
  "1e-3", "+1", "-1", ".5", "5.", "1.0", " 1", "1 ", "0x1", "1e", "Mi", "--1", "9223372036854775807", "9223372036854775808",
  "1e19", "0.0000000001", 1, 0, -1, 0.1, 1e21, 2 ** 53,
]; // prettier-ignore

const mapKeys: readonly string[] = [
  "",
  "a",
  "app",
  "a.b/c",
  "constructor",
  "__proto__",
  "toString",
  "é",
  "😀",
  '"',
  "$(X)",
];

/** The values of its type that are worth a try at a place of this shape; some are beyond what engines hold exactly. */
export function valuesFor(
  shape: Shape,
  current: Json | undefined,
  { texts: named, numbers }: Constants,
): readonly Json[] {
  const around = numbers.flatMap((number) => [number - 1, number, number + 1]);
  const nearTexts = named.flatMap(near);
  switch (shape.kind) {
    case "bool":
      return [true, false];
    case "int":
    case "number":
      return [...around, ...whole, ...odd];
    case "string":
      return [...nearTexts, ...texts];
    case "quantity":
      return [...named.flatMap(near), ...quantities];
    case "intOrString":
      return [...around, ...nearTexts, ...numbers.map(String), ...whole, ...odd, "80", "80%", ""];
    case "json":
      return [...around, ...nearTexts, ...odd];
    case "list":
      return lists(current);
    case "map":
      return maps(current, named);
    case "record":
      return [];
  }
}

/** A constant, and what is it but for a character or for case. */
function near(text: string): readonly string[] {
  const characters = [...text];
  const [first = ""] = characters;
  return [
    text,
    characters.slice(1).join(""),
    characters.slice(0, -1).join(""),
    `${first}${text}`,
    `${text}x`,
    `x${text}`,
    ` ${text}`,
    `${text}\u0301`,
    text.toUpperCase(),
    text.toLowerCase(),
    `${text}\n`,
    `x/${text}:y`,
  ];
}

/** A list in other lengths; four violations are more than a CEL host shows. */
function lists(current: Json | undefined): readonly Json[] {
  if (!Array.isArray(current) || current.length === 0) return [];
  const elements = current as readonly Json[];
  const [first = null] = elements;
  return [
    elements.slice(1),
    [...elements, first],
    [...elements, null],
    Array.from({ length: 5 }, () => first),
    [...elements].reverse(),
  ];
}

function maps(current: Json | undefined, named: readonly string[]): readonly Json[] {
  const known =
    typeof current === "object" && current !== null && !Array.isArray(current) ? Object.values(current)[0] : undefined;
  const value = known ?? "x";
  // A member of the name `__proto__` is one as well, which an object literal would not make.
  return [...named, ...mapKeys].map((key) => Object.fromEntries([[key, value]]));
}
