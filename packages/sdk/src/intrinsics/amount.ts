/*
 * Reads Kubernetes quantities as k8s.io/apimachinery does: into whole billionths, which is as fine as the API server holds them.
 */

// sign, digits, fraction, suffix. A quantity may lack digits altogether: the API server reads `m` as zero.
const grammar = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?[0-9]+))?$/;
// What strings.TrimSpace removes and JSON carries unescaped.
const spaceAround =
  /^[ \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+|[ \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+$/g;

const decimalSuffix: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const binarySuffix: Readonly<Record<string, bigint>> = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n };

/** The longest text, in characters, that is read; it also bounds the time that spaces and zeros can cost. */
const textLimit = 200;
/** The longest run of digits before the point, leading zeros aside, that is compared. */
const integerDigits = 40;
/** The longest run of digits after the point, trailing zeros aside, that is compared. */
const fractionDigits = 18;
/** The largest exponent, either sign, that is compared. */
const exponentLimit = 40;

const nanoExponent = 9;
// The API server holds a quantity with a binary suffix in 64 bits and cuts it off there.
const binaryLimit = (2n ** 63n - 1n) * 10n ** BigInt(nanoExponent);

// Manifests hold few different quantities, and each is compared several times: a large set of manifests repeats a dozen texts.
const known = new Map<string, bigint | undefined>();
const knownLimit = 1000;

/**
 * A quantity in billionths: rounded away from zero, and cut off at 2^63 - 1 where it has a binary suffix. `undefined` when it is malformed
 * or outside the range that every engine reads exactly.
 */
export function billionthsOf(quantity: unknown): bigint | undefined {
  if (typeof quantity !== "string" || quantity.length > textLimit) return read(quantity);
  if (known.has(quantity)) return known.get(quantity);
  const value = read(quantity);
  if (known.size >= knownLimit) known.clear();
  known.set(quantity, value);
  return value;
}

function read(quantity: unknown): bigint | undefined {
  const text = textOf(quantity);
  const match = text === undefined || text === "" ? null : grammar.exec(text);
  if (match === null) return undefined;
  const [, sign, allDigits = "", allFraction = "", suffix = "", exponentText] = match;
  const whole = allDigits.replace(/^0+/, "");
  const fraction = allFraction.replace(/0+$/, "");
  const shift = exponentText === undefined ? (decimalSuffix[suffix] ?? 0) : Number(exponentText);
  const power = binarySuffix[suffix];
  if (whole.length > integerDigits || fraction.length > fractionDigits || Math.abs(shift) > exponentLimit)
    return undefined;
  // Without a digit only the API server's short way of reading succeeds, and it knows no such scale.
  if (allDigits === "" && allFraction === "" && (shift < -nanoExponent || (power ?? 0n) > 40n)) return undefined;
  const exact = BigInt(whole + fraction || "0") << (power ?? 0n);
  const scaled = shiftUp(exact, shift + nanoExponent - fraction.length);
  const magnitude = power !== undefined && scaled > binaryLimit ? binaryLimit : scaled;
  return sign === "-" ? -magnitude : magnitude;
}

function textOf(quantity: unknown): string | undefined {
  if (typeof quantity === "string") return quantity.length > textLimit ? undefined : quantity.replace(spaceAround, "");
  return typeof quantity === "number" && Number.isFinite(quantity) ? String(quantity) : undefined;
}

// value * 10^places, rounded up.
function shiftUp(value: bigint, places: number): bigint {
  if (places >= 0) return value * 10n ** BigInt(places);
  const divisor = 10n ** BigInt(-places);
  return (value + divisor - 1n) / divisor;
}
