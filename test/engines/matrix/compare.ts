import type { Difference } from "@writ/prove/engines";

export { compare } from "@writ/prove/engines";

/** The difference whose request is the shortest. */
export function smallest(differences: readonly Difference[]): Difference | undefined {
  const size = ({ request }: Difference): number => JSON.stringify(request).length;
  return differences.reduce<Difference | undefined>(
    (least, one) => (least === undefined || size(one) < size(least) ? one : least),
    undefined,
  );
}

/** The smallest of some differences as text, and how many more there are; empty when there is none. */
export function shown(policy: string, differences: readonly Difference[]): string {
  const least = smallest(differences);
  if (least === undefined) return "";
  const { request, expected, found } = least;
  const more = differences.length === 1 ? [] : [`and ${String(differences.length - 1)} more`];
  const line = (label: string, value: unknown): string => `${label.padEnd(10)}${JSON.stringify(value)}`;
  return [
    line("policy", policy),
    line("request", request),
    line("expected", expected),
    line("found", found),
    ...more,
  ].join("\n");
}
