const groups = ["0", "1", "ff", "FF", "db8", "ffff", "FFFF", "00", "0000", "0db8", "8000", "7fff", "c0de"];
const oddGroups = ["", "00000", "g", "-1", "12345", "1.2.3.4", "10.0.0.256", "é"];
const octets = ["0", "1", "9", "10", "99", "100", "127", "128", "192", "254", "255"];
const oddOctets = ["", "00", "01", "256", "260", "300", "1000", "-1", "a", " 1", "١"];
const written = [
  ...[
    "0.0.0.0",
    "10.0.0.1",
    "255.255.255.255",
    "1.2.3",
    "1.2.3.4.5",
    "1.2.3.4.",
    ".1.2.3.4",
    "1..2.3",
    "0x7f.0.0.1",
    "127.1",
    "2130706433",
  ],
  ...[
    "010.0.0.1",
    "1.2.3.04",
    " 1.2.3.4",
    "1.2.3.4 ",
    "1.2.3.4\n",
    "1.2.3.4:80",
    "1,2,3,4",
    "",
    ".",
    "...",
    "localhost",
  ],
  ...[
    "::",
    "::1",
    "1::",
    "::1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7::",
    "1::2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
  ],
  ...[
    "::1::",
    "1::2::3",
    ":::",
    ":",
    ":1",
    "1:",
    "1:2:3:4:5:6:7:",
    ":1:2:3:4:5:6:7",
    "::00001",
    "::12345",
    "2001:DB8::A",
    "fe80::1%eth0",
    "fe80::1%",
  ],
  ...[
    "::1.2.3.4",
    "64:ff9b::192.0.2.33",
    "1:2:3:4:5:6:1.2.3.4",
    "1:2:3:4:5:6:7:1.2.3.4",
    "1:2:3:4:5:1.2.3.4",
    "1.2.3.4::",
    "::1.2.3.4:5",
  ],
  ...[
    "::ffff:1.2.3.4",
    "::ffff:102:304",
    "::FFFF:0:0",
    "0:0:0:0:0:ffff:1.2.3.4",
    "::ffff:0:1.2.3.4",
    "::fffe:1.2.3.4",
    "1::ffff:1.2.3.4",
    "::ffff",
  ],
  ...[
    "::1.2.3",
    "::1.2.3.256",
    "::01.2.3.4",
    "::1.2.3.4.5",
    "[::1]",
    "::1]",
    "::g",
    "::1 ",
    "1:2:3:4::5:6:7:8",
    "1:2:3::4:5:6:7",
    "::1.2.3.4::",
  ],
];
const lengths = ["0", "1", "7", "8", "9", "12", "15", "16", "17", "24", "31", "32"];
const longLengths = [...lengths, "33", "47", "48", "63", "64", "65", "96", "120", "127", "128"];
const oddLengths = [
  "",
  "00",
  "08",
  "+8",
  "-1",
  "33",
  "129",
  "200",
  "256",
  "1000",
  "4294967304",
  "8 ",
  " 8",
  "8/8",
  "a",
  "255.0.0.0",
  "٨",
];

/** Texts that are addresses, prefixes, and nearly so. */
export function addresses(source) {
  const { pick, times } = source;
  const bare = [...written, ...times(900, () => address(source))];
  const prefixes = times(900, () => `${address(source)}/${length(source)}`);
  const all = [
    ...written.map((text) => `${text}/8`),
    ...["/", "/8", "10.0.0.0/8/8", "10.0.0.0//8", "/10.0.0.0/8", "::/0", "::/128", "::/129", "0.0.0.0/0"],
  ];
  return [...new Set([...bare, ...prefixes, ...all, ...times(300, () => mangled(pick(bare), source))])];
}

/** Pairs of a prefix and an address or prefix, most of them near each other. */
export function containments(source) {
  const { pick, random, times } = source;
  const prefix = () => `${address(source)}/${length(source)}`;
  const other = () => (random() < 0.5 ? address(source) : prefix());
  const near = () => {
    const base = random() < 0.5 ? times(4, () => pick(octets)).join(".") : times(8, () => pick(groups)).join(":");
    const outer = pick(base.includes(":") ? longLengths : lengths);
    const inner = pick(["", "", `/${pick(base.includes(":") ? longLengths : lengths)}`]);
    return [`${base}/${outer}`, withOneChanged(base, source) + inner];
  };
  const boundaries = [
    "10.0.0.0/8",
    "10.255.255.255/8",
    "10.0.0.0/9",
    "0.0.0.0/0",
    "255.255.255.255/32",
    "::/0",
    "2001:db8::/33",
  ];
  const asked = [
    "9.255.255.255",
    "10.0.0.0",
    "10.127.255.255",
    "10.128.0.0",
    "10.255.255.255",
    "11.0.0.0",
    "10.0.0.0/7",
    "10.0.0.0/8",
  ];
  const more = [
    "10.1.2.3/8",
    "10.0.0.0/9",
    "0.0.0.0/0",
    "::",
    "::/0",
    "2001:db8:7fff::",
    "2001:db8:8000::",
    "::ffff:10.0.0.1",
    "::10.0.0.1",
  ];
  return [
    ...boundaries.flatMap((outer) => [...asked, ...more].map((inner) => [outer, inner])),
    ...times(1500, near),
    ...times(600, () => [random() < 0.8 ? prefix() : address(source), other()]),
  ];
}

function address(source) {
  const { pick, random, times, upTo } = source;
  if (random() < 0.4) return times(4, () => octet(source)).join(".");
  const group = () => (random() < 0.03 ? pick(oddGroups) : pick(groups));
  const run = (count) => times(count, group).join(":");
  const tail = random() < 0.2 ? times(4, () => octet(source)).join(".") : group();
  if (random() < 0.3) return `${run(7)}:${tail}`;
  if (random() < 0.1) return `::${pick(["ffff", "0:ffff", "ffff:0"])}:${tail}`;
  return `${run(upTo(4))}::${pick(["", tail, `${run(1 + upTo(2))}:${tail}`])}`;
}

function octet({ pick, random }) {
  return random() < 0.02 ? pick(oddOctets) : pick(octets);
}

function length({ pick, random }) {
  return random() < 0.1 ? pick(oddLengths) : pick(random() < 0.5 ? lengths : longLengths);
}

function withOneChanged(text, { pick }) {
  const [mark, values] = text.includes(":") ? [":", groups] : [".", octets];
  const parts = text.split(mark);
  return parts.with(pick([...parts.keys()]), pick(values)).join(mark);
}

function mangled(text, { pick, upTo }) {
  const at = upTo(text.length);
  return text.slice(0, at) + pick([..."0123456789abcdefF:./% \n[]é"]) + text.slice(at + upTo(1));
}
