/** Gives each interface of a module a name of its own. */
export interface NameBook {
  /** A free identifier close to the wish; the same wishes in the same order give the same names. */
  readonly claim: (wish: string) => string;
}

export function nameBook(taken: Iterable<string>): NameBook {
  const used = new Set(taken);
  const counts = new Map<string, number>();
  return {
    claim: (wish) => {
      // Each wish counts on from its last number: a schema may wish for one name 100,000 times.
      for (let count = (counts.get(wish) ?? 0) + 1; ; count += 1) {
        const name = count === 1 ? wish : `${wish}${count}`;
        if (used.has(name)) continue;
        used.add(name);
        counts.set(wish, count);
        return name;
      }
    },
  };
}

/** `issuer-ref` becomes `IssuerRef`: letters and digits of ASCII only, whatever the text holds. */
export function pascalCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** An identifier for a kind, which may hold hyphens. */
export function kindIdentifier(kind: string): string {
  const name = pascalCase(kind);
  return /^[A-Z]/.test(name) ? name : `Kind${name}`;
}
