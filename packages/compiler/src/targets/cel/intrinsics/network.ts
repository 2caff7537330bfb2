import type { networkIntrinsics } from "../../../intrinsics/network.js";
import {
  type Cel,
  and,
  call,
  index,
  int,
  list,
  literal,
  macro,
  method,
  name,
  not,
  or,
  quotient,
  relation,
  remainder,
  sum,
  ternary,
} from "../ast.js";
import { type Emitter, freshName } from "../emitter.js";
import { type CelEncoding, valueIf } from "./encoding.js";

/*
 * An address becomes `4` or `6` and its bits as text, a CIDR the same cut off at its length: it contains what begins with it. The
 * `ip()` and `cidr()` of newer hosts say the same; the oldest has neither, and one form for all is what every engine is held to.
 */

export const networkEncodings: Readonly<Record<keyof typeof networkIntrinsics, CelEncoding>> = {
  cidrContains: { reads: "often", value: cidrContains },
  isCidr: { reads: "once", value: isCidr },
  isIp: { reads: "often", value: isAddress },
};

const octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const hextet = "[0-9a-fA-F]{1,4}";
const dotted = "[0-9]+\\.[0-9.]+";
/** What has a dot must end so: an IPv4 address, or the end of an IPv6 one. */
const ipv4AtEnd = `(?:^|:)${octet}(?:\\.${octet}){3}$`;
/** All eight groups (an IPv4 address at the end is two), or fewer around `::`; how many those are is counted. */
const ipv6 = `^(?:(?:${hextet}:){7}${hextet}|(?:${hextet}:){6}${dotted}|(?:${hextet}(?::${hextet})*)?::(?:(?:${hextet}:)*(?:${hextet}|${dotted}))?)$`;
const mapped = `${"0".repeat(20)}ffff`;
const hexadecimal = "0123456789abcdef";

function cidrContains(emitter: Emitter, cidr: Cel, other: Cel): Cel {
  const [text, both] = [freshName(emitter, "text"), freshName(emitter, "both")];
  const texts = list([call("dyn", cidr), call("dyn", other)]);
  const [outer, inner] = [index(name(both), int(0)), index(name(both), int(1))];
  const known = and([
    method(cidr, "contains", literal("/")),
    relation("!=", outer, literal(null)),
    relation("!=", inner, literal(null)),
  ]);
  const found = valueIf(known, method(inner, "startsWith", outer));
  return index(macro(list([macro(texts, "map", text, networkOf(emitter, name(text)))]), "map", both, found), int(0));
}

/** The longest there is: eight groups, the last two as an IPv4 address, and the length of a prefix. */
const longest = "0000:0000:0000:0000:0000:ffff:255.255.255.255/128".length;

/** The family and the bits of an address or a CIDR; null when it is neither. */
function networkOf(emitter: Emitter, text: Cel): Cel {
  const [parts, digit, bits] = [freshName(emitter, "parts"), freshName(emitter, "digit"), freshName(emitter, "bits")];
  const [address, length] = [index(name(parts), int(0)), index(name(parts), int(1))];
  const family = ternary(method(address, "contains", literal(":")), literal("6"), literal("4"));
  const all = sum([
    family,
    method(macro(split(digitsOf(emitter, address), ""), "map", digit, bitsOf(name(digit))), "join"),
  ]);
  const cut = ternary(
    relation("==", call("size", name(parts)), int(1)),
    name(bits),
    method(name(bits), "substring", int(0), sum([call("int", length), int(1)])),
  );
  const isWhole = relation("==", call("size", name(parts)), int(1));
  const isRead = and([or([isWhole, hasLength(name(parts))]), isAddress(emitter, address)]);
  const found = valueIf(isRead, index(macro(list([all]), "map", bits, cut), int(0)));
  // What is longer is neither, and is not taken apart to find that out.
  const isShort = relation("<=", call("size", text), int(longest));
  return valueIf(isShort, index(macro(list([split(text, "/")]), "map", parts, found), int(0)));
}

function isCidr(emitter: Emitter, text: Cel): Cel {
  const parts = freshName(emitter, "parts");
  const test = and([hasLength(name(parts)), isAddress(emitter, index(name(parts), int(0)))]);
  return macro(list([split(text, "/")]), "exists", parts, test);
}

/** Whether the second of two parts is the length of a prefix of the first. */
function hasLength(parts: Cel): Cel {
  const [address, length] = [index(parts, int(0)), index(parts, int(1))];
  const limit = ternary(method(address, "contains", literal(":")), int(128), int(32));
  return and([
    relation("==", call("size", parts), int(2)),
    method(length, "matches", literal("^(?:0|[1-9][0-9]{0,2})$")),
    relation("<=", call("int", length), limit),
  ]);
}

function isAddress(emitter: Emitter, text: Cel): Cel {
  const [group, digits] = [freshName(emitter, "group"), freshName(emitter, "digits")];
  const written = macro(split(text, ":"), "filter", group, relation("!=", name(group), literal("")));
  const hasDot = method(text, "contains", literal("."));
  const count = sum([call("size", written), ternary(hasDot, int(1), int(0))]);
  const isIpv6 = and([
    method(text, "matches", literal(ipv6)),
    or([not(method(text, "contains", literal("::"))), relation("<", count, int(8))]),
    not(macro(list([digitsOf(emitter, text)]), "exists", digits, method(name(digits), "startsWith", literal(mapped)))),
  ]);
  const hasColon = method(text, "contains", literal(":"));
  return and([ternary(hasDot, method(text, "matches", literal(ipv4AtEnd)), hasColon), or([not(hasColon), isIpv6])]);
}

/** The hexadecimal digits of an address: those before `::`, as many zeros as are missing, and those after it. */
function digitsOf(emitter: Emitter, text: Cel): Cel {
  const [side, group, sides] = [freshName(emitter, "side"), freshName(emitter, "group"), freshName(emitter, "sides")];
  const groups = method(macro(split(name(side), ":"), "map", group, groupDigits(emitter, name(group))), "join");
  const bySide = macro(split(text, "::"), "map", side, groups);
  const missing = method(literal("0".repeat(32)), "substring", call("size", method(name(sides), "join")));
  const [head, tail] = [index(name(sides), int(0)), index(name(sides), int(1))];
  const all = ternary(relation("==", call("size", name(sides)), int(1)), head, sum([head, missing, tail]));
  return index(macro(list([bySide]), "map", sides, all), int(0));
}

/** The digits of what stands between two colons; none of nothing. */
function groupDigits(emitter: Emitter, group: Cel): Cel {
  const part = freshName(emitter, "octet");
  const value = call("int", name(part));
  const octets = macro(split(group, "."), "map", part, sum([digit(quotient(value, 16)), digit(remainder(value, 16))]));
  const four = method(method(sum([literal("0000"), group]), "substring", call("size", group)), "lowerAscii");
  return ternary(
    relation("==", group, literal("")),
    literal(""),
    ternary(method(group, "contains", literal(".")), method(octets, "join"), four),
  );
}

function digit(value: Cel): Cel {
  return method(literal(hexadecimal), "charAt", value);
}

const nibbles = list(Array.from({ length: 16 }, (_, value) => literal(value.toString(2).padStart(4, "0"))));

function bitsOf(hexadecimalDigit: Cel): Cel {
  return index(nibbles, method(literal(hexadecimal), "indexOf", hexadecimalDigit));
}

function split(text: Cel, mark: string): Cel {
  return method(text, "split", literal(mark));
}
