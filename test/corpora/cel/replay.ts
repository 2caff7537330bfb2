import { existsSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { evaluateClosed, type Value } from "../../../packages/compiler/src/ir/evaluate.js";
import { type Meaning, type Reason, meaningOf } from "./meaning.js";
import { type Cel, readCel } from "./syntax.js";

/** A value as the corpus writes it: proto JSON, in which 64-bit integers are text. */
type ProtoValue = Readonly<Record<string, unknown>>;

interface Test {
  readonly name: string;
  readonly expr: string;
  readonly value?: ProtoValue;
  readonly evalError?: unknown;
  readonly bindings?: Readonly<Record<string, { readonly value: ProtoValue }>>;
}

interface TestFile {
  readonly section: readonly { readonly name: string; readonly test: readonly Test[] }[];
}

/** What came of a test: what was expected and found, or why it was not replayed. */
export type Replayed = { readonly name: string } & (
  | { readonly kind: "replayed"; readonly expected: unknown; readonly found: unknown }
  | { readonly kind: "left out"; readonly reason: Reason }
);

/** That CEL fails: no value of the IR. */
export const failure = "fails";

/** Replays the tests of a file against the interpreter's operators of the same meaning; undefined where the corpus is not there. */
export function replay(file: string): readonly Replayed[] | undefined {
  const location = new URL(`../../../../shared/corpora/cel-conformance/${file}.json`, import.meta.url);
  if (!existsSync(location)) return undefined;
  const { section } = JSON.parse(readFileSync(location, "utf8")) as TestFile;
  return section.flatMap(({ name: of, test }) => test.map((one) => replayed(`${of}/${one.name}`, one)));
}

function replayed(name: string, test: Test): Replayed {
  const meaning = meaningOfTest(test);
  if (meaning.kind === "none") return { name, kind: "left out", reason: meaning.reason };
  const found = evaluateClosed(meaning.expr, "CREATE");
  const expected = test.evalError === undefined ? plain(test.value ?? { boolValue: true }) : failure;
  return { name, kind: "replayed", expected, found: shown(found) };
}

function meaningOfTest({ expr, bindings = {} }: Test): Meaning {
  const known = Object.entries(bindings).map(([name, { value }]): [string, Cel] => [name, bound(value)]);
  return meaningOf(readCel(expr), new Map(known));
}

/** None as CEL writes it. */
function shown(value: Value): unknown {
  return value === undefined ? null : value;
}

/** A value of the corpus as JSON. */
function plain(value: ProtoValue): unknown {
  const [[kind, held] = ["", undefined]] = Object.entries(value);
  switch (kind) {
    case "boolValue":
    case "stringValue":
      return held;
    case "nullValue":
      return null;
    case "int64Value":
    case "doubleValue":
      return Number(held);
    case "listValue":
      return ((held as { readonly values?: readonly ProtoValue[] }).values ?? []).map(plain);
    default:
      throw new Error(`no plain value: ${kind}`);
  }
}

/** A value of the corpus as an expression that gives it. */
function bound(value: ProtoValue): Cel {
  const [[kind, held] = ["", undefined]] = Object.entries(value);
  switch (kind) {
    case "boolValue":
    case "stringValue":
      return { kind: "constant", value: held as boolean | string, text: "" };
    case "nullValue":
      return { kind: "constant", value: null, text: "null" };
    case "int64Value":
    case "doubleValue":
      return { kind: "number", value: Number(held), text: String(held) };
    case "uint64Value":
      return { kind: "uint", text: "" };
    case "bytesValue":
      return { kind: "bytes", text: "" };
    case "listValue":
      return {
        kind: "list",
        elements: ((held as { readonly values?: readonly ProtoValue[] }).values ?? []).map(bound),
      };
    case "mapValue": {
      const { entries = [] } = held as {
        readonly entries?: readonly { readonly key: ProtoValue; readonly value: ProtoValue }[];
      };
      return { kind: "map", entries: entries.map((entry) => [bound(entry.key), bound(entry.value)] as const) };
    }
    default:
      return { kind: "message", text: "" };
  }
}

/** Whether the interpreter gave what CEL gives. */
export function agrees(one: Replayed): boolean {
  return one.kind === "left out" || isDeepStrictEqual(one.found, one.expected);
}
