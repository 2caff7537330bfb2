/** What picks cases: the same seed gives the same cases. */
export function randomSource(seed) {
  const random = seeded(seed);
  const upTo = (limit) => Math.floor(random() * (limit + 1));
  return {
    random,
    upTo,
    pick: (list) => list[upTo(list.length - 1)],
    times: (count, make) => Array.from({ length: count }, make),
  };
}

// mulberry32: small, seeded, and good enough to pick cases.
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
