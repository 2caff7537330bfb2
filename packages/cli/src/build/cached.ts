import type { Cache } from "../policies/cache.js";
import type { BuiltTarget, Outcome } from "./outcome.js";

type Stored = Omit<Outcome, "targets"> & {
  readonly targets: readonly (Omit<BuiltTarget, "files"> & { readonly files: Readonly<Record<string, string>> })[];
};

const name = "outcome.json";

/** What an earlier build with the same key made. */
export function cachedOutcome(cache: Cache, key: string): Outcome | undefined {
  const text = cache.read(key, name);
  if (text === undefined) return undefined;
  try {
    const { policies, targets } = JSON.parse(text.toString()) as Stored;
    return { policies, targets: targets.map((built) => ({ ...built, files: mapped(built.files, decoded) })) };
  } catch {
    return undefined;
  }
}

/** Keeps a build: its files are bytes, so they are kept in base 64. */
export function saveOutcome(cache: Cache, key: string, { policies, targets }: Outcome): void {
  const stored: Stored = {
    policies,
    targets: targets.map((built) => ({ ...built, files: mapped(built.files, encoded) })),
  };
  cache.write(key, { [name]: JSON.stringify(stored) });
}

const decoded = (text: string): Uint8Array => Buffer.from(text, "base64");
const encoded = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

function mapped<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
