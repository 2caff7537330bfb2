import {
  type Cel,
  and,
  call,
  difference,
  int,
  literal,
  macro,
  method,
  name,
  not,
  optionalIndex,
  or,
  quotient,
  relation,
  remainder,
  sum,
  ternary,
  times,
} from "../ast.js";
import { type Emitter, freshName } from "../emitter.js";
import { letIn, valueIf } from "./encoding.js";
import { type Notation, canonicalText } from "./canonical-quantity.js";
import { isReadable, quantityOf, textOf } from "./quantity-text.js";

/*
 * CEL can add quantities, but not fold a list, and write none. So each is cut into whole numbers of CEL: its units, and the billionths
 * that these miss. `asApproximateFloat` gives the units but for a few thousand, and what is left is small enough to be exact.
 */

const billion = 1_000_000_000;
/** Nine exa: its neighbours, and a thousand remainders, fit into 64 bits. */
const amountLimit = "9E";
const listLimit = 1000;
/** More than the units that a floating-point number near nine exa can be wrong by; added to what is left, so that it is never negative. */
const margin = 5000;

/** The sum of a list of quantities in canonical form; null when it is out of range, or one is. */
export function sumOf(emitter: Emitter, quantities: Cel): Cel {
  const each = (of: Cel, which: "map" | "all" | "filter", hint: string, body: (item: Cel) => Cel): Cel => {
    const item = freshName(emitter, hint);
    return macro(of, which, item, body(name(item)));
  };
  const areReadable = and([
    relation("<=", call("size", quantities), int(listLimit)),
    each(quantities, "all", "q", (one) => and([isReadable(emitter, one), isInRange(quantityOf(emitter, one))])),
  ]);
  const others = each(quantities, "filter", "q", (one) => not(isZero(quantityOf(emitter, one))));
  const [texts, first] = [freshName(emitter, "texts"), freshName(emitter, "first")];
  const units = (text: Cel): Cel => call("int", method(call("quantity", text), "asApproximateFloat"));
  const parts = [
    total(each(name(texts), "map", "q", (text) => quotient(units(text), billion))),
    total(each(name(texts), "map", "q", (text) => difference(remainder(units(text), billion), int(margin)))),
    total(each(name(texts), "map", "q", (text) => billionths(call("quantity", text), units(text)))),
  ] as const;
  const text = letIn(
    each(quantities, "map", "q", (one) => textOf(emitter, one)),
    texts,
    letIn(method(optionalIndex(others, int(0)), "orValue", literal("0")), first, carried(emitter, parts, name(first))),
  );
  return valueIf(areReadable, text);
}

function isZero(quantity: Cel): Cel {
  return relation("==", method(quantity, "compareTo", call("quantity", literal("0"))), int(0));
}

function isInRange(quantity: Cel): Cel {
  const limit = call("quantity", literal(amountLimit));
  const negativeLimit = call("quantity", literal(`-${amountLimit}`));
  return and([
    relation("<=", method(quantity, "compareTo", limit), int(0)),
    relation(">=", method(quantity, "compareTo", negativeLimit), int(0)),
  ]);
}

function total(numbers: Cel): Cel {
  return method(numbers, "sum");
}

/** What a quantity is more than its approximate units, in billionths, rounded to whole ones, and `margin` units more than it is. */
function billionths(quantity: Cel, units: Cel): Cel {
  const left = method(method(quantity, "sub", units), "asApproximateFloat");
  const double = (value: number): Cel => ({ kind: "number", value, double: true });
  return call("int", sum([times(left, double(billion)), double(margin * billion + 0.5)]));
}

/** Puts the parts of a sum together, and gives its text; null when it is out of range. */
function carried(emitter: Emitter, [giga, units, billionths]: readonly [Cel, Cel, Cel], first: Cel): Cel {
  const given = (hint: string, value: Cel, body: (of: Cel) => Cel): Cel => {
    const item = freshName(emitter, hint);
    return letIn(value, item, body(name(item)));
  };
  return given("nano", billionths, (nano) =>
    given("low", sum([units, quotient(nano, billion)]), (low) => {
      // Never negative, unlike what is left of a negative number.
      const rest = remainder(sum([remainder(low, billion), int(billion)]), billion);
      return given("rest", rest, (below) =>
        given("high", sum([giga, quotient(difference(low, below), billion)]), (above) => {
          const part = remainder(nano, billion);
          const text = given("whole", sum([times(above, int(billion)), below]), (whole) =>
            given("part", part, (fraction) => signed(emitter, whole, fraction, first)),
          );
          return valueIf(isSumInRange(above, below, part), text);
        }),
      );
    }),
  );
}

function isSumInRange(above: Cel, below: Cel, part: Cel): Cel {
  const limit = 9 * billion;
  const atLimit = [relation("==", above, int(limit)), relation("==", below, int(0)), relation("==", part, int(0))];
  return and([relation(">=", above, int(-limit)), or([relation("<", above, int(limit)), and(atLimit)])]);
}

/** The units are the greatest whole number that is not above the amount, whatever its sign. */
function signed(emitter: Emitter, whole: Cel, part: Cel, first: Cel): Cel {
  const [units, billionths] = [freshName(emitter, "units"), freshName(emitter, "billionths")];
  const isNegative = relation("<", whole, int(0));
  const hasPart = relation(">", part, int(0));
  const text = canonicalText(emitter, { units: name(units), billionths: name(billionths) }, notationOf(emitter, first));
  const written = sum([ternary(isNegative, literal("-"), literal("")), text]);
  const opposite = ternary(hasPart, difference(int(-1), whole), difference(int(0), whole));
  const complement = ternary(and([isNegative, hasPart]), difference(int(billion), part), part);
  return letIn(ternary(isNegative, opposite, whole), units, letIn(complement, billionths, written));
}

/** A number of a manifest is decimal, and so is what has a binary suffix but is less than one. */
function notationOf(emitter: Emitter, first: Cel): Notation {
  const isText = relation("==", call("type", first), name("string"));
  const one = quantityOf(emitter, first);
  const isBelowOne = [
    relation("<", method(one, "compareTo", call("quantity", literal("1"))), int(0)),
    relation(">", method(one, "compareTo", call("quantity", literal("-1"))), int(0)),
  ];
  const text = call("string", first);
  return {
    isBinary: and([isText, method(text, "contains", literal("i")), not(and(isBelowOne))]),
    isExponent: and([isText, method(text, "matches", literal("[eE][+-]?[0-9]"))]),
  };
}
