import type { PathSegment } from "@writ/sdk";
import type { Violation } from "@writ/sdk/runtime";
import { nearest } from "../suggest.js";
import { pathOfText, pathText } from "./path-text.js";

/** What a violation must look like; what is left out may be anything. */
export interface ExpectedViolation {
  /** The whole message, or an expression that it matches. */
  readonly message?: string | RegExp;
  /** Where it stands: `spec.containers[0].image`, or the segments. */
  readonly path?: string | readonly PathSegment[];
}

/** What `toDeny` asks of the violations. */
export type DenyExpectation =
  | (ExpectedViolation & {
      /** How many violations fit; at least one when it is left out. */
      readonly times?: number;
      readonly violations?: never;
    })
  /** All of them, in any order. */
  | {
      readonly violations: readonly ExpectedViolation[];
      readonly message?: never;
      readonly path?: never;
      readonly times?: never;
    };

/** One expected violation, ready to be compared. */
export interface Criterion {
  readonly fits: (violation: Violation) => boolean;
  /** As the test wrote it. */
  readonly text: string;
}

/** An expectation, checked. */
export type Expected =
  | { readonly kind: "some"; readonly criterion: Criterion; readonly times: number | undefined }
  | { readonly kind: "exactly"; readonly criteria: readonly Criterion[] };

/** @throws TypeError when the expectation asks for something that there is not: a typing mistake must not weaken a test. */
export function expectationOf(given: unknown): Expected {
  if (given === undefined) return { kind: "some", criterion: criterionOf({}), times: undefined };
  const { violations, times, ...one } = membersOf(given, ["message", "path", "times", "violations"], "the expectation");
  if (violations === undefined) {
    if (times !== undefined && (!Number.isSafeInteger(times) || (times as number) < 1)) {
      throw new TypeError("`times` must be a whole number, at least 1; for none use toAllow or .not.toDeny");
    }
    return { kind: "some", criterion: criterionOf(one), times: times as number | undefined };
  }
  if (times !== undefined || Object.keys(one).length > 0) {
    throw new TypeError("`violations` lists all violations: it goes without `message`, `path` and `times`");
  }
  if (!Array.isArray(violations) || violations.length === 0) {
    throw new TypeError("`violations` must be a list with at least one violation");
  }
  const criteria = violations.map((item) => criterionOf(membersOf(item, ["message", "path"], "a violation")));
  return { kind: "exactly", criteria };
}

function membersOf(given: unknown, known: readonly string[], what: string): Readonly<Record<string, unknown>> {
  if (typeof given !== "object" || given === null || Array.isArray(given) || given instanceof RegExp) {
    throw new TypeError(`${what} must be an object with ${known.map((name) => `\`${name}\``).join(", ")}`);
  }
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    const meant = nearest(name, known);
    throw new TypeError(
      `${what} has no \`${name}\`: ${meant === undefined ? `known: ${known.join(", ")}` : `did you mean \`${meant}\`?`}`,
    );
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function criterionOf({ message, path }: Readonly<Record<string, unknown>>): Criterion {
  const place = path === undefined ? undefined : segmentsOf(path);
  const fitsMessage = messageTest(message);
  const parts = [
    ...(message === undefined ? [] : [`message ${shownMessage(message)}`]),
    ...(place === undefined ? [] : [`path ${pathText(place) || "of the whole object"}`]),
  ];
  return {
    fits: (violation) => fitsMessage(violation.message) && (place === undefined || samePath(place, violation.path)),
    text: parts.join(", ") || "any violation",
  };
}

function shownMessage(message: unknown): string {
  return message instanceof RegExp ? message.toString() : JSON.stringify(message);
}

function messageTest(message: unknown): (text: string) => boolean {
  if (message === undefined) return () => true;
  if (typeof message === "string") return (text) => text === message;
  if (message instanceof RegExp) {
    // A copy: a global expression remembers where it matched last.
    return (text) => new RegExp(message.source, message.flags).test(text);
  }
  throw new TypeError("`message` must be a text or a regular expression");
}

function segmentsOf(path: unknown): readonly PathSegment[] {
  if (typeof path === "string") return pathOfText(path);
  const segments: readonly unknown[] | undefined = Array.isArray(path) ? path : undefined;
  if (segments?.every((segment) => typeof segment === "string" || Number.isSafeInteger(segment)) === true) {
    return segments as readonly PathSegment[];
  }
  throw new TypeError("`path` must be a text such as spec.containers[0].image, or a list of names and indices");
}

function samePath(left: readonly PathSegment[], right: readonly PathSegment[]): boolean {
  return left.length === right.length && left.every((segment, index) => segment === right[index]);
}

/** What was expected and not found, and what was found and not expected, when each violation may stand for one criterion only. */
export function unpaired(
  criteria: readonly Criterion[],
  violations: readonly Violation[],
): { readonly missing: readonly Criterion[]; readonly extra: readonly Violation[] } {
  // Two criteria may fit one violation, and only one of them another: pairs are exchanged along augmenting paths.
  const owners = new Map<Violation, Criterion>();
  const claim = (criterion: Criterion, tried: Set<Violation>): boolean =>
    violations.some((violation) => {
      if (tried.has(violation) || !criterion.fits(violation)) return false;
      tried.add(violation);
      const owner = owners.get(violation);
      if (owner !== undefined && !claim(owner, tried)) return false;
      owners.set(violation, criterion);
      return true;
    });
  const missing = criteria.filter((criterion) => !claim(criterion, new Set()));
  return { missing, extra: violations.filter((violation) => !owners.has(violation)) };
}
