import { nearest } from "../suggest.js";

/** Something wrong with a value of the configuration, and the keys that lead to it. */
export interface Fault {
  readonly message: string;
  readonly help?: string;
  readonly path: readonly (string | number)[];
}

/** Finds what is wrong with the value at a path; undefined when nothing is. */
export type Check = (value: unknown, path: Fault["path"]) => Fault | undefined;

/** The name of a place in messages: `enforcement.namespaces[0].action`. */
export function placeName(path: Fault["path"]): string {
  return path.map((at, index) => (typeof at === "number" ? `[${at}]` : index === 0 ? at : `.${at}`)).join("");
}

/** A value that must be something else. */
export function must(path: Fault["path"], expected: string): Fault {
  return { message: `\`${placeName(path)}\` must be ${expected}`, path };
}

/** One of a few words. */
export function oneOf(...words: readonly string[]): Check {
  return (value, path) => (words.some((word) => word === value) ? undefined : must(path, `one of ${words.join(", ")}`));
}

/** A text of a form that `expected` names. */
export function textOf(form: RegExp, expected: string): Check {
  return (value, path) => (typeof value === "string" && form.test(value) ? undefined : must(path, expected));
}

/** A list whose elements pass a check. */
export function listOf(element: Check, expected: string): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return must(path, expected);
    return (value as readonly unknown[])
      .map((item, at) => element(item, [...path, at]))
      .find((fault) => fault !== undefined);
  };
}

/** An object with any keys whose values pass a check. */
export function recordOf(each: Check): Check {
  return (value, path) => {
    if (!isRecord(value)) return must(path, "an object");
    return Object.entries(value)
      .map(([key, inner]) => each(inner, [...path, key]))
      .find((fault) => fault !== undefined);
  };
}

/** An object with these keys and no others; a key whose value is undefined is as good as absent. */
export function objectOf(checks: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    if (!isRecord(value)) return must(path, "an object");
    for (const [key, inner] of Object.entries(value)) {
      const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
      if (check === undefined) return unknownKey(key, [...path, key], Object.keys(checks), `\`${placeName(path)}\``);
      const fault = inner === undefined ? undefined : check(inner, [...path, key]);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };
}

/** A key that nobody knows, with the one that was probably meant. */
export function unknownKey(key: string, path: Fault["path"], known: readonly string[], where: string): Fault {
  const meant = nearest(key, known);
  const help = meant === undefined ? `known keys: ${known.join(", ")}` : `did you mean \`${meant}\`?`;
  return { message: `unknown key \`${key}\` in ${where}`, help, path };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
