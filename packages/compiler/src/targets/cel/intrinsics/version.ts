import type { versionIntrinsics } from "../../../intrinsics/version.js";
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
  or,
  relation,
  sum,
  ternary,
} from "../ast.js";
import { type Emitter, freshName } from "../emitter.js";
import { type CelEncoding, valueIf } from "./encoding.js";

/*
 * A version becomes a text whose order, character by character, is the order of the versions: numbers are as wide as the widest, a
 * word of a pre-release comes after a number, the end of an identifier before each character of one, a release after its pre-releases.
 */

export const versionEncodings: Readonly<Record<keyof typeof versionIntrinsics, CelEncoding>> = {
  compareKubernetesVersions: {
    reads: "once",
    value: (emitter, a, b) => orderOf(emitter, a, b, isKubernetesVersion, kubernetesKey),
  },
  compareSemver: { reads: "once", value: (emitter, a, b) => orderOf(emitter, a, b, isSemver, semverKey) },
  isSemver: { reads: "often", value: (_, text) => isSemver(text) },
};

const textLimit = 256;
const numberWidth = 19;

const number = "(?:0|[1-9][0-9]{0,18})";
const prerelease = `(?:${number}|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)`;
const build = "[0-9a-zA-Z-]+";
const semverGrammar = `^${number}(?:\\.${number}){2}(?:-${prerelease}(?:\\.${prerelease})*)?(?:\\+${build}(?:\\.${build})*)?$`;

function isSemver(text: Cel): Cel {
  return isRead(text, semverGrammar);
}

// No component goes on after it was read: neither with a digit, nor with a dot and a digit.
const kubernetesGrammar = `^[\\t\\n\\f\\r ]*v?${number}(?:\\.0*[0-9]{1,19})+(?:[^0-9.\\n][^\\n]*|\\.(?:[^0-9\\n][^\\n]*)?)?$`;

function isKubernetesVersion(text: Cel): Cel {
  return isRead(text, kubernetesGrammar);
}

function isRead(text: Cel, grammar: string): Cel {
  return and([relation("<=", call("size", text), int(textLimit)), method(text, "matches", literal(grammar))]);
}

type Key = (emitter: Emitter, text: Cel) => Cel;

/** -1, 0 or 1 by the keys of two texts; null when one of them is no version. */
function orderOf(emitter: Emitter, a: Cel, b: Cel, isVersion: (text: Cel) => Cel, key: Key): Cel {
  const [version, keys] = [freshName(emitter, "version"), freshName(emitter, "keys")];
  const made = macro(
    list([call("dyn", a), call("dyn", b)]),
    "map",
    version,
    valueIf(isVersion(name(version)), key(emitter, name(version))),
  );
  const [left, right] = [index(name(keys), int(0)), index(name(keys), int(1))];
  const isNone = or([relation("==", left, literal(null)), relation("==", right, literal(null))]);
  const order = ternary(relation("<", left, right), int(-1), ternary(relation(">", left, right), int(1), int(0)));
  const found = ternary(isNone, call("dyn", literal(null)), call("dyn", order));
  return index(macro(list([made]), "map", keys, found), int(0));
}

function semverKey(emitter: Emitter, text: Cel): Cel {
  const [core, part] = [freshName(emitter, "core"), freshName(emitter, "part")];
  const identifiers = method(
    method(name(core), "substring", sum([method(name(core), "indexOf", literal("-")), int(1)])),
    "split",
    literal("."),
  );
  const identifier = ternary(
    method(name(part), "matches", literal("^[0-9]+$")),
    sum([literal("0"), padded(name(part)), literal("!")]),
    sum([literal("1"), name(part), literal("!")]),
  );
  const numbers = index(method(name(core), "split", literal("-")), int(0));
  const rank = ternary(
    method(name(core), "contains", literal("-")),
    method(macro(identifiers, "map", part, identifier), "join"),
    literal("~"),
  );
  const withoutBuild = index(method(text, "split", literal("+")), int(0));
  return index(macro(list([withoutBuild]), "map", core, sum([paddedAll(emitter, numbers), rank])), int(0));
}

// The zeros at the end go: `1.30` and `1.30.0` are the same, as two decimal fractions would be.
function kubernetesKey(emitter: Emitter, text: Cel): Cel {
  const numbers = method(text, "find", literal("[0-9]+(?:\\.[0-9]+)*"));
  return method(paddedAll(emitter, numbers), "find", literal("^(?:.*[1-9])?"));
}

/** Numbers between dots, each as wide as the widest, together. */
function paddedAll(emitter: Emitter, numbers: Cel): Cel {
  const part = freshName(emitter, "number");
  return method(macro(method(numbers, "split", literal(".")), "map", part, padded(name(part))), "join");
}

function padded(digits: Cel): Cel {
  return method(sum([literal("0".repeat(numberWidth)), digits]), "substring", call("size", digits));
}
