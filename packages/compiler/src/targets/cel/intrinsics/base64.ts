import {
  type Cel,
  and,
  call,
  index,
  int,
  literal,
  macro,
  method,
  name,
  quotient,
  relation,
  remainder,
  sum,
} from "../ast.js";
import { type Emitter, freshName } from "../emitter.js";
import { letIn, valueIf } from "./encoding.js";

/*
 * Kubernetes' CEL decodes no base64, so text is made to: a digit stands for three quaternary digits, two of these for a hexadecimal
 * one, two of those for an octet; `%` before each, and the decoding of a URL's query makes text of it.
 */

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** At each number of two quaternary digits its hexadecimal digit. */
const hexadecimal = "0123......4567......89AB......CDEF";
const grammar = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$";
/** UTF-8 of RFC 3629, percent-encoded. */
const utf8 = [
  "%[0-7].",
  "%(?:C[2-9A-F]|D.)%[89AB].",
  "%E0%[AB].%[89AB].",
  "%E[1-9ABCEF](?:%[89AB].){2}",
  "%ED%[89].%[89AB].",
  "%F0%[9AB].(?:%[89AB].){2}",
  "%F[123](?:%[89AB].){3}",
  "%F4%8.(?:%[89AB].){2}",
].join("|");
/** The longest encoded text, in characters without line breaks, that is decoded. */
const encodedLimit = 4096;

/** The text that a text stands for in base64; null when it is malformed or no UTF-8. */
export function base64Text(emitter: Emitter, encoded: Cel): Cel {
  const text = freshName(emitter, "encoded");
  const octets = freshName(emitter, "octets");
  const isBase64 = and([
    relation("<=", call("size", name(text)), int(encodedLimit)),
    method(name(text), "matches", literal(grammar)),
  ]);
  const decoded = valueIf(method(name(octets), "matches", literal(`^(?:${utf8})*$`)), queryText(name(octets)));
  const unbroken = method(
    method(encoded, "replace", literal("\n"), literal("")),
    "replace",
    literal("\r"),
    literal(""),
  );
  const whole = valueIf(isBase64, letIn(percentEncoded(emitter, name(text)), octets, decoded));
  return letIn(unbroken, text, whole);
}

function percentEncoded(emitter: Emitter, encoded: Cel): Cel {
  const fresh = (hint: string): string => freshName(emitter, hint);
  const [digit, value, pair, octet] = [fresh("digit"), fresh("value"), fresh("pair"), fresh("octet")];
  const digits = method(method(encoded, "replace", literal("="), literal("")), "split", literal(""));
  const values = macro(digits, "map", digit, method(literal(alphabet), "indexOf", name(digit)));
  const quaternary = sum([
    call("string", quotient(name(value), 16)),
    call("string", remainder(quotient(name(value), 4), 4)),
    call("string", remainder(name(value), 4)),
  ]);
  const pairs = method(joined(macro(values, "map", value, quaternary)), "findAll", literal("[0-3]{2}"));
  const hexes = macro(pairs, "map", pair, method(literal(hexadecimal), "charAt", call("int", name(pair))));
  const octets = method(joined(hexes), "findAll", literal("[0-9A-F]{2}"));
  return joined(macro(octets, "map", octet, sum([literal("%"), name(octet)])));
}

function joined(texts: Cel): Cel {
  return method(texts, "join", literal(""));
}

function queryText(encoded: Cel): Cel {
  const query = method(call("url", sum([literal("http://host/?text="), encoded])), "getQuery");
  return index(index(query, literal("text")), int(0));
}
