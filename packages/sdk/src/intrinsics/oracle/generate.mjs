// Writes ../fixtures/*.json: many quantities and image references, and what the Go oracle beside this file makes of each.
// The texts come from a seeded generator, so the same oracle gives the same bytes. Run: node generate.mjs (needs Go).
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { randomSource } from "./random.mjs";

const here = import.meta.dirname;
const { random, pick, times, upTo } = randomSource(20_240_607);

const quantities = [
  ...new Set([...boundaryQuantities(), ...times(2500, randomQuantity), ...times(700, mangledQuantity)]),
];
const images = [...new Set([...times(1500, randomImage), ...times(900, mangledImage), ...longImages()])];
const answer = JSON.parse(
  execFileSync("go", ["run", "."], { cwd: here, input: JSON.stringify({ quantities, images }), maxBuffer: 1 << 26 }),
);
write(
  "quantities.json",
  quantities.map((text, index) => [text, answer.ranks[index]]),
);
write(
  "image-refs.json",
  images.map((text, index) => [text, answer.images[index]]),
);

function write(name, rows) {
  writeFileSync(`${here}/../fixtures/${name}`, `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);
}

function digits(limit) {
  return times(upTo(limit), () => pick([..."00123456789"])).join("");
}

function suffix() {
  const exponent = () => `${pick(["e", "E"])}${pick(["", "+", "-"])}${pick(["0", "00"])}${upTo(40)}`;
  return pick([
    () => pick(["n", "u", "m", "", "k", "M", "G", "T", "P", "E"]),
    () => pick(["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]),
    exponent,
  ])();
}

function randomQuantity() {
  const limit = pick([1, 3, 6, 19, 40]);
  const fraction = pick(["", ".", `.${digits(3)}`, `.${digits(18)}`, `.${"0".repeat(upTo(12))}${digits(4)}`]);
  return `${pick(["", "", "", "-", "+"])}${digits(limit)}${fraction}${suffix()}`;
}

// The same amount in other words, and its nearest neighbours: where an inexact comparison would show.
function boundaryQuantities() {
  const amounts = ["1", "1024", "1000", "1048576", "9223372036854775807", "9223372036854775806", "9223372036854775808"];
  const near = amounts.flatMap((text) => [
    text,
    `${text}.000000001`,
    `${text}.0000000001`,
    `${text}000m`,
    `-${text}`,
    `0${text}`,
    `${text}.0`,
  ]);
  const powers = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"].flatMap((unit, index) => {
    const exact = 1024n ** BigInt(index + 1);
    return [
      `1${unit}`,
      `1.${unit}`,
      `0.5${unit}`,
      `.1${unit}`,
      `7.999999999999999999${unit}`,
      `8${unit}`,
      `-8${unit}`,
      `16${unit}`,
      `${exact}`,
      `${exact}n`,
      `${exact - 1n}`,
      `${exact / 2n}`,
      `0.000000000000000001${unit}`,
      `-0.000000000000000001${unit}`,
    ];
  });
  const odd = [
    "",
    "+",
    "-",
    ".",
    "m",
    "k",
    "Ki",
    "Ti",
    "Pi",
    "Ei",
    "-Pi",
    ".Pi",
    "0Pi",
    "0.Pi",
    "e9",
    "e-9",
    "e-10",
    ".e-10",
    "0e-10",
    "5.Pi",
    "E",
    "1E",
    "1e",
    "1E1",
    "1EE1",
    "1e+",
    "1K",
    "1ki",
    "1g",
    "1Gi5",
    "1mi",
    "1 Gi",
    " 1Gi ",
    "\u00a01Gi",
    "1e3m",
    "0x10",
    "1_000",
    "１",
    "1,5",
    "NaN",
    "inf",
    "1e-9",
    "1e-10",
    "0.1n",
    "-0.1n",
    "1.5n",
    "true",
    "null",
  ];
  return [...near, ...powers, ...odd];
}

function mangled(text, alphabet) {
  const at = upTo(text.length);
  return pick([
    () => text.slice(0, at) + pick(alphabet) + text.slice(at),
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + pick(alphabet) + text.slice(at + 1),
  ])();
}

function mangledQuantity() {
  return mangled(`${pick(["", "-"])}${digits(4)}${pick(["", ".5"])}${suffix()}`, [..."eEinumkKMGTP+-. 0x\u00a0"]);
}

function component() {
  const word = () => times(1 + upTo(4), () => pick([..."abcz019"])).join("");
  return [word(), ...times(upTo(2), () => pick([".", "_", "__", "-", "--", "---"]) + word())].join("");
}

function randomImage() {
  const hosts = [
    "",
    "",
    "localhost/",
    "localhost:5000/",
    "registry:5000/",
    "Registry/",
    "REG.io/",
    "a-b.c-d.example.com/",
    "10.0.0.1:5000/",
    "[::1]:5000/",
    "[fe80::1]/",
    "docker.io/",
    "index.docker.io/",
    "registry-1.docker.io/",
    "library/",
    "a.b_c/",
    "x.y:/",
    "-a.io/",
    "a-.io/",
    "a..b/",
    "gcr.io/",
  ];
  const path = [component(), ...times(upTo(2), component)].join("/");
  const tag = pick([
    "",
    "",
    ":1.2",
    ":latest",
    `:${"t".repeat(127)}`,
    `:${"t".repeat(128)}`,
    `:${"t".repeat(129)}`,
    ":_x",
    ":.x",
    ":-x",
    ":A-b_c.D",
    ":5000/x",
    ":",
  ]);
  return `${pick(hosts)}${path}${tag}${pick(["", "", "", randomDigest()])}`;
}

function randomDigest() {
  const [algorithm, length] = pick([
    ["sha256", 64],
    ["sha384", 96],
    ["sha512", 128],
    ["sha1", 40],
    ["md5", 32],
    ["SHA256", 64],
    ["sha256", 63],
    ["sha256", 65],
    ["sha256", 32],
    ["sha256+b64u", 64],
  ]);
  const alphabet = random() < 0.1 ? "0123456789abcdefABCDEF" : "0123456789abcdef";
  return `@${algorithm}:${times(length, () => pick([...alphabet])).join("")}`;
}

function mangledImage() {
  return mangled(randomImage(), [..."/:@._-A[] \n\u00e9\u0130😀%"]);
}

function longImages() {
  const lengths = [246, 247, 248, 249, 254, 255, 256];
  return [
    ...lengths.map((length) => "a".repeat(length)),
    ...lengths.map((length) =>
      `x.io/${"a/".repeat(length >> 1)}${"a".repeat(2 - (length % 2 === 0 ? 2 : 1))}b`.slice(0, 5 + length),
    ),
    ...["a", "f0"].map((text) => text.repeat(64 / text.length)),
    `${"a".repeat(300)}.io/x`,
    "",
  ];
}
