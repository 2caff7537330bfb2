/** The longest text that is read, in characters. */
const textLimit = 256;
/** The longest component, leading zeros aside: one that fits in 64 bits, as apimachinery asks, whatever its digits. */
const componentDigits = 19;

// Go's `\s`; what follows the numbers is not looked at, but must stay on the line.
const grammar = /^[\t\n\f\r ]*v?([0-9]+(?:\.[0-9]+)*)[^\n]*$/;

/**
 * The order of two Kubernetes versions by their numbers, as `ParseGeneric` of k8s.io/apimachinery/pkg/util/version reads them: two
 * or more numbers between dots, the first without leading zeros, perhaps with a `v` in front; whatever follows is not compared,
 * neither `-gke.100` nor `-alpha.1`. A number that one of them lacks is zero. `undefined` when one is absent or malformed, has a
 * number of more than 19 digits, or is longer than 256 characters. For the order of pre-releases take `compareSemver`.
 *
 * @example compareKubernetesVersions("v1.30.2-gke.100", "1.31") // -1
 */
export function compareKubernetesVersions(a: string | undefined, b: string | undefined): -1 | 0 | 1 | undefined {
  const left = components(a);
  const right = components(b);
  if (left === undefined || right === undefined) return undefined;
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [one = 0n, other = 0n] = [left[index], right[index]];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

function components(text: unknown): readonly bigint[] | undefined {
  const match = typeof text === "string" && text.length <= textLimit ? grammar.exec(text) : null;
  const parts = match?.[1]?.split(".") ?? [];
  const [first = ""] = parts;
  if (parts.length < 2 || (first !== "0" && first.startsWith("0"))) return undefined;
  if (parts.some((part) => part.replace(/^0+/, "").length > componentDigits)) return undefined;
  return parts.map((part) => BigInt(part));
}
