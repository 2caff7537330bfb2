/**
 * A set of values by weight, such as the number of list elements in a document. There are finitely many of each weight, so that all
 * small ones can be tried; what is enumerated is never held in memory.
 */
export interface Sized<Value> {
  /** How many values have this weight. */
  readonly count: (weight: number) => number;
  readonly values: (weight: number) => Iterable<Value>;
}

/** These values, without weight. */
export function plain<Value>(values: readonly Value[]): Sized<Value> {
  return {
    count: (weight) => (weight === 0 ? values.length : 0),
    values: (weight) => (weight === 0 ? values : []),
  };
}

/** The values of either, the first's before the second's. */
export function either<Value>(first: Sized<Value>, second: Sized<Value>): Sized<Value> {
  return {
    count: (weight) => first.count(weight) + second.count(weight),
    *values(weight) {
      yield* first.values(weight);
      yield* second.values(weight);
    },
  };
}

/** Each value changed. */
export function changed<From, To>(of: Sized<From>, change: (value: From) => To): Sized<To> {
  return {
    count: of.count,
    *values(weight) {
      for (const value of of.values(weight)) yield change(value);
    },
  };
}

/** A value of each, in every combination: the weight is the sum. */
export function tuples<Value>(parts: readonly Sized<Value>[]): Sized<readonly Value[]> {
  const [first, ...rest] = parts;
  if (first === undefined) return plain<readonly Value[]>([[]]);
  const others = tuples(rest);
  return {
    count: memoized((weight) => splits(weight).reduce((sum, [a, b]) => sum + first.count(a) * others.count(b), 0)),
    *values(weight) {
      for (const [a, b] of splits(weight)) {
        // A part without values of a weight would make the other run through all of its own for nothing.
        if (first.count(a) === 0 || others.count(b) === 0) continue;
        for (const head of first.values(a)) for (const tail of others.values(b)) yield [head, ...tail];
      }
    },
  };
}

/** Lists: each element weighs one more than it does alone. */
export function lists<Value>(element: Sized<Value>): Sized<readonly Value[]> {
  const self: Sized<readonly Value[]> = {
    count: memoized((weight) =>
      weight === 0 ? 1 : splits(weight - 1).reduce((sum, [a, b]) => sum + element.count(a) * self.count(b), 0),
    ),
    *values(weight) {
      if (weight === 0) {
        yield [];
        return;
      }
      for (const [a, b] of splits(weight - 1)) {
        if (element.count(a) === 0 || self.count(b) === 0) continue;
        for (const head of element.values(a)) for (const tail of self.values(b)) yield [head, ...tail];
      }
    },
  };
  return self;
}

function splits(weight: number): readonly (readonly [number, number])[] {
  return Array.from({ length: weight + 1 }, (_, first) => [first, weight - first] as const);
}

function memoized(count: (weight: number) => number): (weight: number) => number {
  const known = new Map<number, number>();
  return (weight) => {
    const before = known.get(weight);
    if (before !== undefined) return before;
    const made = count(weight);
    known.set(weight, made);
    return made;
  };
}
