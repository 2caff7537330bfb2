import {
  type Cel,
  and,
  call,
  difference,
  index,
  int,
  list,
  literal,
  method,
  name,
  quotient,
  relation,
  remainder,
  sum,
  ternary,
} from "../ast.js";
import { type Emitter, freshName } from "../emitter.js";
import { letIn } from "./encoding.js";

/** How an amount is written, as conditions; decimal where none holds. */
export interface Notation {
  readonly isBinary: Cel;
  readonly isExponent: Cel;
}

/** An amount that is not negative, as names of its units and of the billionths beyond them. */
export interface Amount {
  readonly units: Cel;
  readonly billionths: Cel;
}

const decimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
const binarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

/** The canonical form of an amount: as few digits as there can be with a suffix, and no fraction. */
export function canonicalText(emitter: Emitter, amount: Amount, { isBinary, isExponent }: Notation): Cel {
  const { units, billionths } = amount;
  const isWhole = and([isBinary, relation("==", billionths, int(0)), relation(">=", units, int(1024))]);
  return ternary(isWhole, binaryText(units, 0), decimalText(emitter, amount, isExponent));
}

function binaryText(units: Cel, power: number): Cel {
  const number = call("string", divided(units, power));
  const text = power === 0 ? number : sum([number, literal(binarySuffixes[power] ?? "")]);
  if (power === binarySuffixes.length - 1) return text;
  const isLast = relation("!=", remainder(divided(units, power), 1024), int(0));
  return ternary(isLast, text, binaryText(units, power + 1));
}

// The sixth power of 1024 is no safe integer, so it is never written.
function divided(units: Cel, power: number): Cel {
  if (power === 0) return units;
  return power > 5 ? quotient(divided(units, 5), 1024) : quotient(units, 1024 ** power);
}

function decimalText(emitter: Emitter, { units, billionths }: Amount, isExponent: Cel): Cel {
  const [digits, zeros] = [freshName(emitter, "digits"), freshName(emitter, "zeros")];
  const fraction = method(call("string", sum([int(1_000_000_000), billionths])), "substring", int(1));
  const written = method(sum([call("string", units), fraction]), "find", literal("[1-9][0-9]*"));
  const left = difference(call("size", name(digits)), call("size", name(zeros)));
  const number = method(name(digits), "substring", int(0), left);
  const form = sum([number, ternary(isExponent, exponent(name(zeros)), suffix(name(zeros)))]);
  const thousands = method(name(digits), "find", literal("(?:000)*$"));
  const text = letIn(thousands, zeros, form);
  return letIn(written, digits, ternary(relation("==", name(digits), literal("")), literal("0"), text));
}

function suffix(zeros: Cel): Cel {
  return index(list(decimalSuffixes.map(literal)), quotient(call("size", zeros), 3));
}

function exponent(zeros: Cel): Cel {
  const size = call("size", zeros);
  return ternary(
    relation("==", size, int(9)),
    literal(""),
    sum([literal("e"), call("string", difference(size, int(9)))]),
  );
}
