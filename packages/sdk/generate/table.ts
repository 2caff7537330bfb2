import { encodeField, zeroOf, type FieldFlags } from "../src/fields/code.js";
import { structOf, type ApiField, type ApiType } from "./catalogue.js";
import { header } from "./models.js";
import { compare } from "./openapi.js";

/** Accepted by the API server and folded into another field before anything sees the object. Go types do not show that. */
const writeOnly: ReadonlySet<string> = new Set(["core/v1.Secret.stringData"]);

/** The module src/fields/table.ts: JSON in one string, one type a line, so that loading is one JSON.parse and a diff reads. */
export function tableText(types: ReadonlyMap<string, ApiType>, required: ReadonlySet<string>): string {
  const reached = [...types.values()].map((type): [string, unknown] => {
    const codes = type.fields.map((field) => [field.name, codeOf(type, field, required, types)] as const);
    return [type.key, Object.fromEntries(codes)];
  });
  const kinds = [...types.values()].flatMap(({ key, identity, resource }): [string, unknown][] => {
    if (identity === undefined || resource === undefined) return [];
    const { plural, namespaced, subresources, verbs } = resource;
    const name = `${identity.apiVersion} ${identity.kind}`;
    return [[name, [key, plural, namespaced, subresources.join(" "), verbs.join(" ")]]];
  });
  const json = `{"types":{\n${lines(reached)}\n},"kinds":{\n${lines(kinds)}\n}}`;
  if (/[`\\]|\$\{/.test(json)) throw new Error("the table holds a character that a raw template cannot");
  return `// ${header[0]}\n\nexport const fieldTable = String.raw\`${json}\`;\n`;
}

function lines(entries: readonly [string, unknown][]): string {
  const sorted = [...entries].sort(([a], [b]) => compare(a, b));
  return sorted.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(",\n");
}

function codeOf(
  type: ApiType,
  field: ApiField,
  required: ReadonlySet<string>,
  types: ReadonlyMap<string, ApiType>,
): string {
  const name = `${type.key}.${field.name}`;
  const struct = structOf(field.type);
  if (struct !== undefined && !types.has(struct)) throw new Error(`${name}: nothing is known of ${struct}`);
  return encodeField(field.type, { ...flagsOf(name, field), required: required.has(name) });
}

function flagsOf(name: string, { type, observed }: ApiField): Omit<FieldFlags, "required"> {
  const { pointer, zero, zeroKept, absent, nullAsAbsent } = observed;
  if (!nullAsAbsent) throw new Error(`${name}: null and absent differ, but every stage takes them for the same`);
  const written = absent === undefined ? "nothing" : absent === null ? "null" : "zero";
  if (written === "zero" && !isZero(absent, zeroOf(type))) {
    throw new Error(`${name}: absent is written as ${JSON.stringify(absent)}, which is not the zero value of its type`);
  }
  return {
    zeroDropped: !pointer && zero !== null && !zeroKept,
    significantEmpty: pointer && zeroKept && typeof zero === "object" && zero !== null,
    writeOnly: writeOnly.has(name),
    absent: written,
  };
}

/** A struct is written with whatever of it is always present, so any object stands for `{}`. */
function isZero(absent: unknown, zero: unknown): boolean {
  return typeof zero === "object" ? typeof absent === "object" : absent === zero;
}
