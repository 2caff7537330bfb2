import type { Policy } from "./policy.js";

// By a registered symbol, because a program may hold this package twice: once loaded by Node, once by a bundler or a test runner.
const site = Symbol.for("writ.definitionSite");

/** Something that carries a stack; V8 makes its text only when somebody reads it. */
interface Traced {
  readonly stack?: string;
}

// A test runner puts a list there when it wants to hear of the policies that modules make.
const listeners = Symbol.for("writ.definedPolicies");
const world = globalThis as { [listeners]?: Policy[] };

/** The policies that modules make from now on, growing as they are made. For a test runner, which compiles them ahead. */
export function definedPolicies(): readonly Policy[] {
  return (world[listeners] ??= []);
}

/**
 * Remembers where a policy is made: in the module that called `maker`. The mark is not enumerable, so a policy stays the plain data it
 * is; a test runner uses it to find the source of the policy that it was given.
 */
export function markDefinition(policy: Policy, maker: (...args: never) => unknown): void {
  world[listeners]?.push(policy);
  const traced: Traced = {};
  // Only V8 has it; without it a policy works all the same.
  if (typeof Error.captureStackTrace === "function") Error.captureStackTrace(traced, maker);
  Object.defineProperty(policy, site, { value: traced });
}

/** Gives a changed copy of a policy the place of the original. */
export function keepDefinition(copy: Policy, original: Policy): void {
  Object.defineProperty(copy, site, { value: tracedOf(original) });
}

/** What a policy and its copies with other parameters have in common, and no other policy: the same module loaded again makes another. */
export function definitionSite(policy: Policy): object {
  return tracedOf(policy);
}

const frame = /^\s+at (?:.*\()?(.+?):\d+:\d+\)?$/m;

/** The module that made a policy, as its stack names it: a path or a `file:` address. `undefined` when that is not known. */
export function definitionModule(policy: Policy): string | undefined {
  return frame.exec(tracedOf(policy).stack ?? "")?.[1];
}

function tracedOf(policy: Policy): Traced {
  return ((policy as { readonly [site]?: Traced })[site] ?? {}) satisfies Traced;
}
