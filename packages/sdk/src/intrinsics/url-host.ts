const userinfo = "(?:[A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*";
const path = "(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*";
const tail = "(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*";
const port = "0*(?:[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])?";
const grammar = new RegExp(
  `^([A-Za-z][A-Za-z0-9+.-]*)://(?:${userinfo}@)?(?:([A-Za-z0-9._-]+)|\\[([0-9A-Fa-f:.]+)\\])(?::${port})?` +
    `(?:/${path})?(?:\\?${tail})?(?:#${tail})?$`,
);
const endsInNumber = /(?:^|\.)(?:[0-9]+|0[xX][0-9A-Fa-f]*)\.?$/;
const octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const dottedDecimal = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/**
 * The host of an absolute URL with an authority, in lower case: a name, an IPv4 address, or an IPv6 address without its brackets. It is
 * what RFC 3986 and the WHATWG URL Standard agree on, so that no client goes elsewhere than the policy thinks; `undefined` for everything
 * else: no scheme or no `//`, a character that RFC 3986 does not allow (space, backslash, letters beyond ASCII), a second `@`, an empty
 * host, a percent-encoded one, a name whose last label is a number but which is no dotted-decimal IPv4 address (`127.1`, `0x7f000001`),
 * a malformed IPv6 address, an IPv6 zone, a future IP version, a port that is no number up to 65535, the scheme `file`. Labels that begin
 * with `xn--` are taken as they are written.
 *
 * @example urlHost("https://user@Example.com:8443/x") // "example.com"
 */
export function urlHost(url: string | undefined): string | undefined {
  const parts = typeof url === "string" ? grammar.exec(url) : null;
  if (parts === null) return undefined;
  const [, scheme = "", name, address] = parts;
  if (scheme.toLowerCase() === "file") return undefined;
  if (address !== undefined) return isIpv6(address) ? address.toLowerCase() : undefined;
  if (name === undefined || (endsInNumber.test(name) && !dottedDecimal.test(name))) return undefined;
  return name.toLowerCase();
}

/** RFC 3986, IPv6address: eight groups, or fewer around one `::`; the last two may be an IPv4 address. */
function isIpv6(address: string): boolean {
  const [head = "", tail, more] = address.split("::");
  if (more !== undefined) return false;
  const groups = countGroups(head, tail === undefined);
  if (tail === undefined) return groups === 8;
  return groups >= 0 && countGroups(tail, true) >= 0 && groups + countGroups(tail, true) <= 7;
}

/** The number of 16-bit groups; -1 when one is malformed. */
function countGroups(text: string, isLast: boolean): number {
  if (text === "") return 0;
  const parts = text.split(":");
  const last = parts.at(-1) ?? "";
  const isMixed = isLast && last.includes(".");
  const groups = isMixed ? parts.slice(0, -1) : parts;
  if (isMixed && !dottedDecimal.test(last)) return -1;
  return groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group)) ? groups.length + (isMixed ? 2 : 0) : -1;
}
