/** An address as bytes: four of IPv4, sixteen of IPv6. */
type Address = readonly number[];

interface Prefix {
  readonly address: Address;
  /** The length in bits. */
  readonly bits: number;
}

const ipv4 = /^(?:(?:0|[1-9][0-9]{0,2})\.){3}(?:0|[1-9][0-9]{0,2})$/;
const group = /^[0-9a-fA-F]{1,4}$/;
const prefixLength = /^(?:0|[1-9][0-9]{0,2})$/;

/**
 * Whether a text is an IP address as Kubernetes' `ip()` reads it, which is Go's net/netip without zones and without IPv4-mapped IPv6
 * addresses: `10.0.0.1`, `2001:db8::1`, `64:ff9b::10.0.0.1`, but neither `010.0.0.1`, `fe80::1%eth0` nor `::ffff:10.0.0.1`.
 *
 * @example isIp("2001:db8::1") // true
 */
export function isIp(text: string): boolean {
  return addressOf(text) !== undefined;
}

/**
 * Whether a text is a CIDR as Kubernetes' `cidr()` reads it: an address as `isIp` says, a slash and a length without sign or leading
 * zeros. Bits beyond the length may be set: `10.1.2.3/8` is a CIDR, with the same addresses as `10.0.0.0/8`.
 *
 * @example isCidr("10.0.0.0/33") // false
 */
export function isCidr(text: string): boolean {
  return prefixOf(text) !== undefined;
}

/**
 * Whether a CIDR contains an address, or all of another CIDR, as Kubernetes' `cidr().containsIP()` and `containsCIDR()` say. An IPv4
 * CIDR contains nothing of IPv6 and the reverse. `undefined` when the first is no CIDR as `isCidr` says, or the second neither a
 * CIDR nor an address.
 *
 * @example cidrContains("10.0.0.0/8", "10.1.0.0/16") // true
 */
export function cidrContains(cidr: string | undefined, ipOrCidr: string | undefined): boolean | undefined {
  const outer = prefixOf(cidr);
  const inner = prefixOf(ipOrCidr) ?? hostPrefix(addressOf(ipOrCidr));
  if (outer === undefined || inner === undefined) return undefined;
  if (outer.address.length !== inner.address.length || outer.bits > inner.bits) return false;
  return outer.address.every((byte, index) => {
    const free = Math.min(Math.max(8 * (index + 1) - outer.bits, 0), 8);
    return byte >> free === (inner.address[index] ?? 0) >> free;
  });
}

function hostPrefix(address: Address | undefined): Prefix | undefined {
  return address && { address, bits: 8 * address.length };
}

function prefixOf(text: unknown): Prefix | undefined {
  if (typeof text !== "string") return undefined;
  const slash = text.indexOf("/");
  const address = addressOf(text.slice(0, Math.max(slash, 0)));
  const length = text.slice(slash + 1);
  if (address === undefined || !prefixLength.test(length)) return undefined;
  const bits = Number(length);
  return bits <= 8 * address.length ? { address, bits } : undefined;
}

function addressOf(text: unknown): Address | undefined {
  if (typeof text !== "string") return undefined;
  return text.includes(":") ? ipv6Bytes(text) : ipv4Bytes(text);
}

function ipv4Bytes(text: string): Address | undefined {
  if (!ipv4.test(text)) return undefined;
  const bytes = text.split(".").map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

function ipv6Bytes(text: string): Address | undefined {
  const [head, tail, ...more] = text.split("::").map(groupBytes);
  if (head === undefined || more.length > 0) return undefined;
  if (tail === undefined && text.includes("::")) return undefined;
  // `::` stands for one group of zeros at least.
  const missing = 16 - head.length - (tail?.length ?? 0);
  if (tail === undefined ? missing !== 0 : missing < 2) return undefined;
  // Only the last part of an address may be written as IPv4.
  if (tail !== undefined && text.slice(0, text.indexOf("::")).includes(".")) return undefined;
  const bytes = [...head, ...Array.from({ length: missing }, () => 0), ...(tail ?? [])];
  return isMapped(bytes) ? undefined : bytes;
}

/** The bytes of groups between single colons, the last of which may be an IPv4 address. */
function groupBytes(text: string): Address | undefined {
  const groups = text === "" ? [] : text.split(":");
  const bytes = groups.map((part, index) => {
    if (group.test(part)) return [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 0xff];
    return index === groups.length - 1 ? ipv4Bytes(part) : undefined;
  });
  return bytes.every((part) => part !== undefined) ? bytes.flat() : undefined;
}

function isMapped(bytes: Address): boolean {
  return bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
}
