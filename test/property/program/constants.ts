import { type Writer, one } from "./writer.js";
import { type Type } from "./types.js";

/*
 * Constants that a program may name. Their types are annotated: of a literal, the type checker would know the value, and refuse to compare
 * it with another.
 */

/** A declaration that stands at the top of a program that uses its name. */
interface Constant {
  readonly name: string;
  readonly type: Type;
  readonly declaration: string;
  /** Whether it is a zero, which no field holds that the API server drops at zero. */
  readonly zero?: true;
}

const text = (name: string, value: string): Constant => ({
  name,
  type: "string",
  declaration: `const ${name}: string = ${JSON.stringify(value)};`,
  ...(value === "" ? { zero: true } : {}),
});

const integer = (name: string, value: number): Constant => ({
  name,
  type: "Integer",
  declaration: `const ${name}: Integer = ${String(value)};`,
  ...(value === 0 ? { zero: true } : {}),
});

/** Constants for any expression of their type. */
export const plainConstants: readonly Constant[] = [
  text("A", "a"),
  text("B", "b"),
  text("EMPTY", ""),
  text("ODD", '"`\\ $(x) {{y}} \u2028 😀'),
  text("ACCENT", "é"),
  integer("ZERO", 0),
  integer("ONE", 1),
  integer("MINUS", -1),
  integer("LARGEST", 2 ** 53 - 1),
  { name: "LEVELS", type: "string[]", declaration: "const LEVELS: readonly string[] = [Level.Low, Level.High];" },
  { name: "MORE", type: "string[]", declaration: 'const MORE: readonly string[] = [...["a", "é"], ODD];' },
  { name: "SIZES", type: "Integer[]", declaration: "const SIZES: readonly Integer[] = [Size.Small, 3, Size.Large];" },
  { name: "PREFIX", type: "string", declaration: "const PREFIX: string = settings.prefix;" },
  { name: "SUFFIX", type: "string", declaration: "const SUFFIX: string = settings.nested.suffix;" },
  { name: "MOST", type: "Integer", declaration: "const MOST: Integer = settings.nested.most;" },
  { name: "HIGH", type: "string", declaration: "const HIGH: string = Level.High;" },
  { name: "LARGE", type: "Integer", declaration: "const LARGE: Integer = Size.Large;" },
];

/** Texts of the grammars that intrinsics read. */
const grammars: Readonly<Record<string, readonly [string, ...string[]]>> = {
  quantity: ["1Gi", "500m", "2", "1e3", "0.1", "-1Ki", "1.0000000001"],
  semver: ["1.2.3", "1.2.3-rc.1", "2.0.0+b", "v1.2.3", "01.2.3"],
  version: ["1.31", "v1.30.2", "1.31.0-alpha.1"],
  cidr: ["10.0.0.0/8", "2001:db8::/33", "0.0.0.0/0", "10.1.2.3/33"],
  ip: ["10.1.2.3", "2001:db8::1", "::ffff:1.2.3.4", "010.1.2.3"],
  image: ["nginx", "localhost:5000/a/b:c", "ghcr.io/x/y@sha256:00", "UP/x"],
  url: ["https://example.com/x", "http://[::1]:80/", "https://user@h.internal", "example.com"],
  base64: ["YQ==", "YQ", "8J+YgA==", "gICA"],
  resource: ["pods/exec", "*", "*/exec", "pods/*"],
  path: ["/healthz/*", "/healthz/etcd", "*", "/**"],
  glob: ["a*", "*b", "*", "a*a", "??"],
};

/** A text of a grammar, as it stands in a program. */
export function ofGrammar(writer: Writer, grammar: keyof typeof grammars): string {
  return JSON.stringify(one(writer, grammars[grammar] ?? ["a"]));
}

/** Declarations that stand in a program whose text has their name, in the order in which they may refer to each other. */
export const declarations: readonly (readonly [name: string, declaration: string])[] = [
  ["Level", 'enum Level {\n  Low = "low",\n  High = "a",\n  Accent = "é",\n}'],
  ["Size", "enum Size {\n  Small = 1,\n  Medium,\n  Large = Medium * 5,\n}"],
  ["settings", 'const settings = Object.freeze({ prefix: "a", nested: { suffix: "-z", most: 3 } });'],
  ...plainConstants.map(({ name, declaration }) => [name, declaration] as const),
  [
    "teams",
    'const teams: Readonly<Record<string, { readonly most: Integer; readonly tags: readonly string[] }>> = {\n  a: { most: 1, tags: ["x", "a"] },\n  "é": { most: 20, tags: [] },\n};',
  ],
  ["titles", 'const titles: Readonly<Record<string, string>> = { a: "first", b: "", 2: "two", toString: "own" };'],
  ["codes", 'const codes = new Map<string, Integer>([\n  ["a", 80],\n  ["constructor", 1],\n  ["", 0],\n]);'],
  ["kinds_", 'const kinds_ = new Map<string, string>(Object.entries({ a: "first", b: "second" }));'],
  ["known", 'const known = new Set<string>(["a", "a", "constructor", ""]);'],
  ["even", "const even = new Set<Integer>([0, 2, 4]);"],
  ["limits", 'const limits = [\n  { name: "a", most: 1 },\n  { name: "b", most: 2 },\n] as const;'],
  ["isText", 'const isText = (value: IntOrString) => typeof value === "string";'],
  ["isThere", "function isThere(value: string | undefined) {\n  return value !== undefined;\n}"],
];
