/*
 * Random policies in the subset: well typed, over the Widget of test/conformance. A program is a function of its seed. Expressions
 * are made by type: what may be absent and what is there are told apart, as the type checker does.
 */

/** A source of choices. */
interface Random {
  readonly below: (limit: number) => number;
}

/** mulberry32: small, and the same everywhere. */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { below: (limit) => Math.floor(next() * limit) };
}

/** The names that an expression may use, by what they are. */
interface Scope {
  readonly parts: readonly string[];
  readonly optionalParts: readonly string[];
  readonly texts: readonly string[];
  readonly optionalTexts: readonly string[];
  readonly optionalBooleans: readonly string[];
  readonly optionalLists: readonly string[];
}

const nothing: Scope = {
  parts: [],
  optionalParts: [],
  texts: [],
  optionalTexts: [],
  optionalBooleans: [],
  optionalLists: [],
};

type Make = () => string;

/** What a program is written with: choices, and names that it has not used. */
interface Writer {
  readonly random: Random;
  readonly fresh: (hint: string) => string;
}

function writerOf(seed: number): Writer {
  let names = 0;
  return {
    random: randomOf(seed),
    fresh: (hint) => {
      names += 1;
      return `${hint}${String(names)}`;
    },
  };
}

/** One of the alternatives; only the first, which end, when the depth is used up. */
function pick(w: Writer, depth: number, ending: readonly Make[], growing: readonly Make[]): string {
  const all = depth <= 0 ? ending : [...ending, ...growing];
  return (all[w.random.below(all.length)] ?? (() => ""))();
}

function one(of: readonly string[]): readonly Make[] {
  return of.map((text) => () => text);
}

function optionalText(w: Writer, d: number, s: Scope): string {
  const own = one(["spec.text", "spec.main?.name", "spec.tags?.[0]", 'spec.table?.["a"]?.name', ...s.optionalTexts]);
  return pick(
    w,
    d,
    [...own, ...s.parts.map((part) => () => `${part}.tags?.[1]`)],
    [
      () => `${optionalPart(w, d - 1, s)}?.name`,
      () => find(w, d, s, "tags", optionalTags(w, d - 1, s)),
      () => `(${condition(w, d - 1, s)} ? ${optionalText(w, d - 1, s)} : ${optionalText(w, d - 1, s)})`,
    ],
  );
}

function text(w: Writer, d: number, s: Scope): string {
  const ending = [
    ...one(["A", "B", "EMPTY", "ODD", "params.text", ...s.texts]),
    ...s.parts.map((part) => () => `${part}.name`),
  ];
  return pick(w, d, ending, [
    () => `(${optionalText(w, d - 1, s)} ?? ${text(w, d - 1, s)})`,
    () => `\`\${${text(w, d - 1, s)}}-\${${number(w, d - 1, s)}}\``,
    () => `(${condition(w, d - 1, s)} ? ${text(w, d - 1, s)} : ${text(w, d - 1, s)})`,
    () => `describe(${optionalPart(w, d - 1, s)})`,
  ]);
}

function optionalNumber(w: Writer, d: number, s: Scope): string {
  const own = one(["spec.count", "spec.main?.size", "spec.tags?.length", "spec.numbers?.[0]"]);
  return pick(
    w,
    d,
    [...own, ...s.parts.map((part) => () => `${part}.size`)],
    [() => `${optionalPart(w, d - 1, s)}?.size`, () => `${optionalList(w, d - 1, s)}?.length`],
  );
}

function number(w: Writer, d: number, s: Scope): string {
  return pick(w, d, one(["ZERO", "ONE", "params.limit"]), [
    () => `(${optionalNumber(w, d - 1, s)} ?? ${number(w, d - 1, s)})`,
    () => `(${optionalList(w, d - 1, s)} ?? []).length`,
  ]);
}

function optionalPort(w: Writer, d: number, s: Scope): string {
  return pick(
    w,
    d,
    [...one(["spec.port", "spec.main?.port"]), ...s.parts.map((part) => () => `${part}.port`)],
    [
      () => `${optionalPart(w, d - 1, s)}?.port`,
      () => `(${optionalPort(w, d - 1, s)} ?? ${optionalText(w, d - 1, s)})`,
    ],
  );
}

function optionalPart(w: Writer, d: number, s: Scope): string {
  const before = ["oldObject?.spec.main", "oldObject?.spec.parts?.[0]"];
  const own = one([
    "spec.main",
    "spec.main?.next",
    "spec.parts?.[0]",
    'spec.table?.["a"]',
    ...before,
    ...s.optionalParts,
  ]);
  return pick(
    w,
    d,
    [...own, ...s.parts.map((part) => () => `${part}.next`)],
    [
      () => find(w, d, s, "parts", optionalList(w, d - 1, s)),
      () => `(${optionalPart(w, d - 1, s)} ?? ${optionalPart(w, d - 1, s)})`,
      () => `(${condition(w, d - 1, s)} ? ${optionalPart(w, d - 1, s)} : ${optionalPart(w, d - 1, s)})`,
      () => `spec.table?.[${text(w, d - 1, s)}]`,
    ],
  );
}

function optionalList(w: Writer, d: number, s: Scope): string {
  const own = one(["spec.parts", "spec.main?.parts", ...s.optionalLists]);
  return pick(
    w,
    d,
    [...own, ...s.parts.map((part) => () => `${part}.parts`)],
    [
      () => callback(w, d, s, optionalList(w, d - 1, s), "filter"),
      () => `(${optionalList(w, d - 1, s)} ?? ${optionalList(w, d - 1, s)})`,
      () => `${optionalPart(w, d - 1, s)}?.parts`,
    ],
  );
}

function optionalTags(w: Writer, d: number, s: Scope): string {
  return pick(
    w,
    d,
    [...one(["spec.tags", "spec.lists?.[0]"]), ...s.parts.map((part) => () => `${part}.tags`)],
    [
      () => `${optionalPart(w, d - 1, s)}?.tags`,
      () => {
        const name = w.fresh("m");
        const inner = { ...s, parts: [...s.parts, name] };
        return `${optionalList(w, d - 1, s)}?.map((${name}) => ${text(w, d - 1, inner)})`;
      },
    ],
  );
}

function callback(w: Writer, d: number, s: Scope, list: string, method: string): string {
  const name = w.fresh("p");
  return `${list}?.${method}((${name}) => ${condition(w, d - 1, { ...s, parts: [...s.parts, name] })})`;
}

function find(w: Writer, d: number, s: Scope, of: "parts" | "tags", list: string): string {
  if (of === "parts") return callback(w, d, s, list, "find");
  const name = w.fresh("t");
  return `${list}?.find((${name}) => ${condition(w, d - 1, { ...s, texts: [...s.texts, name] })})`;
}

/** A boolean that may be absent. */
function optionalBoolean(w: Writer, d: number, s: Scope): string {
  const own = one(["spec.flag", "spec.main?.on", ...s.optionalBooleans]);
  return pick(
    w,
    d,
    [...own, ...s.parts.map((part) => () => `${part}.on`)],
    [
      () => `${optionalPart(w, d - 1, s)}?.on`,
      () => callback(w, d, s, optionalList(w, d - 1, s), "some"),
      () => callback(w, d, s, optionalList(w, d - 1, s), "every"),
      () => `${optionalTags(w, d - 1, s)}?.includes(${text(w, d - 1, s)})`,
      () => `${optionalText(w, d - 1, s)}?.startsWith(${text(w, d - 1, s)})`,
      () => `(${optionalBoolean(w, d - 1, s)} && ${optionalBoolean(w, d - 1, s)})`,
      () => `(${optionalBoolean(w, d - 1, s)} || ${optionalBoolean(w, d - 1, s)})`,
      () => `(${optionalBoolean(w, d - 1, s)} ?? ${optionalBoolean(w, d - 1, s)})`,
    ],
  );
}

function condition(w: Writer, d: number, s: Scope): string {
  const equality = (): string => (w.random.below(2) === 0 ? "===" : "!==");
  const order = (): string => ["<", "<=", ">", ">="][w.random.below(4)] ?? "<";
  return pick(
    w,
    d,
    [() => optionalBoolean(w, 0, s), () => `${optionalText(w, 0, s)} ${equality()} ${text(w, 0, s)}`],
    [
      () => optionalBoolean(w, d, s),
      () => `!(${condition(w, d - 1, s)})`,
      () => `(${condition(w, d - 1, s)} && ${condition(w, d - 1, s)})`,
      () => `(${condition(w, d - 1, s)} || ${condition(w, d - 1, s)})`,
      () => `(${condition(w, d - 1, s)} ? ${condition(w, d - 1, s)} : ${condition(w, d - 1, s)})`,
      () => `(${optionalBoolean(w, d - 1, s)} ${equality()} ${optionalBoolean(w, d - 1, s)})`,
      () => `(${optionalText(w, d - 1, s)} ${equality()} ${optionalText(w, d - 1, s)})`,
      () => `(${optionalNumber(w, d - 1, s)} ${equality()} ${number(w, d - 1, s)})`,
      () => `(${number(w, d - 1, s)} ${order()} ${number(w, d - 1, s)})`,
      () => `(${optionalPart(w, d - 1, s)} ${equality()} undefined)`,
      () => `(${optionalBoolean(w, d - 1, s)} ${equality()} undefined)`,
      () => `(${optionalList(w, d - 1, s)} ${equality()} undefined)`,
      () => `operation ${equality()} "${["CREATE", "UPDATE", "DELETE"][w.random.below(3)] ?? ""}"`,
      () => `(oldObject?.spec.text ${equality()} ${optionalText(w, d - 1, s)})`,
      () => `/^[a-b]?$/u.test(${text(w, d - 1, s)})`,
      () => `glob(${text(w, d - 1, s)}, ${text(w, d - 1, s)})`,
      () => `isLarge(${optionalPart(w, d - 1, s)}, ${number(w, d - 1, s)})`,
      () => `(${optionalPort(w, d - 1, s)} ${equality()} ${optionalPort(w, d - 1, s)})`,
      () => `(${optionalPort(w, d - 1, s)} ${equality()} HTTP)`,
      () => `(imageRef(${optionalText(w, d - 1, s)})?.tag ${equality()} ${optionalText(w, d - 1, s)})`,
      () => `(compareQuantities(spec.memory, ${text(w, d - 1, s)}) ${equality()} ${number(w, d - 1, s)})`,
      () => `isOpen(${optionalPort(w, d - 1, s)})`,
      () => `[A, ${text(w, d - 1, s)}].includes(${text(w, d - 1, s)})`,
    ],
  );
}

/** Statements of a `check`; `target` is an object that a report may stand at. */
function statements(w: Writer, count: number, d: number, s: Scope, target: string, inLoop: boolean): readonly string[] {
  if (count <= 0) return [];
  const rest = (scope: Scope): readonly string[] => statements(w, count - 1, d, scope, target, inLoop);
  const block = (scope: Scope, at: string, loop: boolean): string =>
    `{ ${statements(w, 1 + w.random.below(2), d - 1, scope, at, loop).join(" ")} }`;
  switch (w.random.below(8)) {
    case 0:
      return [`if (${condition(w, d, s)}) ${inLoop ? "continue" : "return"};`, ...rest(s)];
    case 1:
      return [`if (${condition(w, d, s)}) ${block(s, target, inLoop)} else ${block(s, target, inLoop)}`, ...rest(s)];
    case 2: {
      const name = w.fresh("e");
      const inner = { ...s, parts: [...s.parts, name] };
      if (d <= 0) return rest(s);
      // A report stands at what the loop visits, so the list must stand in the document: what a loop has bound does.
      const visited = s.parts.filter((part) => part.startsWith("e")).map((part) => `${part}.parts`);
      const list = pick(w, 0, one(["spec.parts", "spec.main?.parts", ...visited]), []);
      return [`for (const ${name} of ${list} ?? []) ${block(inner, name, true)}`, ...rest(s)];
    }
    case 3: {
      const name = w.fresh("o");
      return [
        `const ${name} = ${optionalPart(w, d, s)};`,
        ...rest({ ...s, optionalParts: [...s.optionalParts, name] }),
      ];
    }
    case 4: {
      const name = w.fresh("b");
      const value = optionalBoolean(w, d, s);
      return [`const ${name} = ${value};`, ...rest({ ...s, optionalBooleans: [...s.optionalBooleans, name] })];
    }
    case 5: {
      const name = w.fresh("n");
      const given = `const ${name} = ${optionalPart(w, d, s)};`;
      const leave = `if (${name} === undefined) ${inLoop ? "continue" : "return"};`;
      return [given, leave, ...rest({ ...s, parts: [...s.parts, name] })];
    }
    case 6: {
      const name = w.fresh("l");
      const value = optionalList(w, d, s);
      return [`const ${name} = ${value};`, ...rest({ ...s, optionalLists: [...s.optionalLists, name] })];
    }
    default:
      return [`report(${target}, ${text(w, d, s)});`, ...rest(s)];
  }
}

const head = `import { compareQuantities, glob, imageRef, integer, kinds, policy, string, type Integer, type IntOrString } from "@writ/sdk";
import { Widget, type Part } from "../../../conformance/widget.js";

const A: string = "a";
const B: string = "b";
const EMPTY: string = "";
const ODD: string = "\\"\`\\\\ $(x) \\u2028 😀";
const ZERO: Integer = 0;
const ONE: Integer = 1;
const HTTP: string = "http";

function isOpen(port: IntOrString | undefined): boolean {
  return port !== undefined && port !== 80 && port !== "http" && (port === 443 || port === "https" || port === "");
}

function isLarge(part: Part | undefined, limit: Integer): boolean {
  if (part === undefined) return false;
  const { size, next } = part;
  if (size === undefined) return next?.on ?? limit > 1;
  return size > limit;
}

function describe(part: Part | undefined): string {
  if (part === undefined) return "nothing";
  return part.size === undefined ? part.name : \`\${part.name}:\${part.size}\`;
}
`;

/** A module with the policy of a seed; it stands two folders below test/property. */
export function programModule(seed: number): string {
  const w = writerOf(seed);
  const body = [...statements(w, 5, 3, nothing, "spec", false), `report(spec, ${text(w, 3, nothing)});`];
  return `${head}
export const p${String(seed)} = policy({
  id: "p${String(seed)}",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report, operation, oldObject }) {
    ${body.join("\n    ")}
  },
});
`;
}
