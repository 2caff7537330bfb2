const numbers = ["0", "1", "2", "9", "10", "30", "99", "100", "9999999999999999999"];
const odd = ["", "00", "01", "-1", "+1", "x", " 1", "1 ", "18446744073709551615", "18446744073709551616", "١"];
const identifiers = [
  "0",
  "1",
  "2",
  "10",
  "alpha",
  "beta",
  "rc",
  "a",
  "A",
  "a-b",
  "-",
  "--",
  "0a",
  "1-",
  "alpha1",
  "9999999999999999999",
];
const oddIdentifiers = ["", "00", "01", "a_b", "é", "+", " ", "18446744073709551616"];

/** Pairs of versions as semver.org writes them, and nearly so. */
export function semverPairs({ pick, random, times, upTo }) {
  const number = () => pick(random() < 0.03 ? odd : numbers);
  const identifier = () => pick(random() < 0.04 ? oddIdentifiers : identifiers);
  const list = (sign) => sign + times(1 + upTo(2), identifier).join(".");
  const version = () =>
    pick(["", "", "", "", "", "", "", "", "v", " "]) +
    [number(), number(), number()].join(".") +
    pick(["", list("-"), list("-"), "-"]).slice(0, random() < 0.95 ? undefined : 1) +
    pick(["", "", "", list("+")]);
  const written = [
    // The order of semver.org, section 11.
    ...[
      "1.0.0-alpha",
      "1.0.0-alpha.1",
      "1.0.0-alpha.beta",
      "1.0.0-beta",
      "1.0.0-beta.2",
      "1.0.0-beta.11",
      "1.0.0-rc.1",
      "1.0.0",
    ],
    ...[
      "2.0.0",
      "2.1.0",
      "2.1.1",
      "1.0.0+a",
      "1.0.0+b",
      "1.0.0-rc.1+a",
      "1.0.0--",
      "1.0.0-+a",
      "1.0.0+",
      "1.0",
      "1",
      "",
      "1.0.0.0",
    ],
    ...[
      "1.0.0-a+b-c",
      "1.0.0+b-c",
      "1.0.0-0",
      "1.0.0-00",
      "1.0.0-0a",
      "1.0.0-a..b",
      "1.0.0+a+b",
      "v1.0.0",
      "1.0.0\n",
      "1.0.0-é",
    ],
    ...[
      "18446744073709551615.0.0",
      "18446744073709551616.0.0",
      "1.0.0-18446744073709551616",
      "9999999999999999999.0.0",
    ],
  ];
  return [
    ...pairs(written),
    ...times(1500, () => [version(), version()]),
    ...times(500, () => neighbours(version(), { pick })),
  ];
}

/** Pairs of versions as Kubernetes components and distributions write them, and nearly so. */
export function versionPairs({ pick, random, times, upTo }) {
  const number = () => pick(random() < 0.05 ? odd : [...numbers, "01", "007", "00"]);
  const rest = [
    "",
    "",
    "",
    "-gke.100",
    "-eks-1234",
    "+k3s1",
    "-alpha.1",
    "-rc.0+abc",
    "x",
    ".",
    ".x",
    "..1",
    " ",
    "-a\n",
    "\n",
    "é",
    "-1.2",
  ];
  const version = () =>
    pick(["", "", "v", "v", " v", "\tv", "\u00a0", "V", "vv", "\u000b"]) +
    times(1 + upTo(3), number).join(".") +
    pick(rest);
  const written = [
    ...[
      "1.30",
      "v1.30",
      "1.30.0",
      "1.30.0.0",
      "1.30.1",
      "v1.30.2-gke.100",
      "1.31",
      "1.31.0-alpha.1",
      "01.30",
      "0.30",
      "00.30",
      "1.030",
    ],
    ...[
      "1",
      "v1",
      "",
      "v",
      "1.",
      "1..30",
      ".1.30",
      "1.30.",
      "1.30.x",
      "1.30-1.40",
      "1.30 ",
      " 1.30",
      "1.30\n",
      "\n1.30",
      "1.30\r\n",
    ],
    ...[
      "1.18446744073709551615",
      "1.18446744073709551616",
      "1.9999999999999999999",
      `1.${"0".repeat(30)}7`,
      `1.30${"x".repeat(200)}`,
    ],
  ];
  return [
    ...pairs(written),
    ...times(1500, () => [version(), version()]),
    ...times(500, () => neighbours(version(), { pick })),
  ];
}

function pairs(texts) {
  return texts.flatMap((left) => texts.map((right) => [left, right]));
}

// A version beside one that differs in one character.
function neighbours(text, { pick }) {
  const characters = [...text];
  const at = pick([...characters.keys(), 0]);
  const changed = characters.with(Math.min(at, characters.length - 1), pick([..."0123459.-+av "]));
  return [text, changed.join("")];
}
