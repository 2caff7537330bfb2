import { type Cel, and, call, int, literal, method, name, not, or, relation, ternary } from "../ast.js";
import { type Emitter, freshName } from "../emitter.js";
import { letIn, valueIf } from "./encoding.js";

const escape = "%[0-9A-Fa-f]{2}";
const path = `(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|${escape})*`;
const tail = `(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|${escape})*`;
const port = "0*(?:[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])?";
const host = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])";
const userinfo = `(?:[A-Za-z0-9._~!$&'()*+,;=:-]|${escape})*`;
/** RFC 3986, with a host that is a name or an address, and a port that there is. */
const grammar =
  `^[A-Za-z][A-Za-z0-9+.-]*://(?:${userinfo}@)?${host}(?::${port})?` + `(?:/${path})?(?:\\?${tail})?(?:#${tail})?$`;

const octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const ipv4 = `${octet}(?:\\.${octet}){3}`;
const endsInNumber = "(?:^|\\.)(?:[0-9]+|0x[0-9a-f]*)\\.?$";
const group = "[0-9a-f]{1,4}";
const wholeIpv6 = `^\\[(?:${group}:){6}(?:${group}:${group}|${ipv4})$`;
const shortIpv6 = `^\\[(?:${group}(?::${group})*)?::(?:(?:${group}:)*(?:${group}|${ipv4}))?$`;

/** The host that RFC 3986 and the WHATWG URL Standard agree on, else null. */
export function urlHost(emitter: Emitter, url: Cel): Cel {
  const found = freshName(emitter, "host");
  const isUrl = and([
    method(url, "matches", literal(grammar)),
    not(method(method(url, "lowerAscii"), "startsWith", literal("file:"))),
  ]);
  // An address still has its opening bracket.
  const of = name(found);
  const checked = ternary(
    method(of, "startsWith", literal("[")),
    valueIf(isIpv6(of), method(of, "substring", int(1))),
    valueIf(isName(of), of),
  );
  return valueIf(isUrl, letIn(hostPart(url), found, checked));
}

function hostPart(url: Cel): Cel {
  const authority = method(method(url, "find", literal("//[^/?#]*")), "substring", int(2));
  const afterUserinfo = method(authority, "find", literal("[^@]*$"));
  return method(method(afterUserinfo, "find", literal("^(?:\\[[^\\]]*|[^:]*)")), "lowerAscii");
}

function isName(text: Cel): Cel {
  return or([not(method(text, "matches", literal(endsInNumber))), method(text, "matches", literal(`^${ipv4}$`))]);
}

function isIpv6(text: Cel): Cel {
  // Of the numbers of an IPv4 address, two make a group.
  const groups = call("size", method(text, "findAll", literal("[0-9a-f]+(?:\\.[0-9]+)?")));
  return or([
    method(text, "matches", literal(wholeIpv6)),
    and([method(text, "matches", literal(shortIpv6)), relation("<", groups, int(8))]),
  ]);
}
