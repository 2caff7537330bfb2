// Writes ../fixtures/{quantity-sums,base64,urls}.json: many texts, and what the Go oracle beside this file makes of each. The texts come
// from a seeded generator, so the same oracle gives the same bytes. Run: node generate-texts.mjs (needs Go).
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { randomSource } from "./random.mjs";

const here = import.meta.dirname;
const { pick, times, upTo } = randomSource(4_642);
const quantities = JSON.parse(readFileSync(`${here}/../fixtures/quantities.json`, "utf8")).map(([text]) => text);

const sums = [...quantities.map((text) => [text]), ...edgeSums(), ...times(1200, randomSum)];
const base64 = [...new Set([...edgeBase64(), ...times(500, randomBase64), ...times(400, mangledBase64)])];
const urls = [...new Set([...edgeUrls(), ...times(1500, randomUrl), ...times(500, mangledUrl)])];
const answer = JSON.parse(
  execFileSync("go", ["run", "."], { cwd: here, input: JSON.stringify({ sums, base64, urls }), maxBuffer: 1 << 26 }),
);
write("quantity-sums.json", sums, answer.sums);
write("base64.json", base64, answer.base64);
write("urls.json", urls, answer.urls);

function write(name, inputs, answers) {
  const rows = inputs.map((input, index) => JSON.stringify([input, answers[index]]));
  writeFileSync(`${here}/../fixtures/${name}`, `[\n${rows.join(",\n")}\n]\n`);
}

function edgeSums() {
  return [
    [],
    ["0", "1Gi"],
    ["0Mi", "1k"],
    ["1Gi", "-1Gi"],
    ["1Gi", "-1Gi", "1k"],
    ["0.5Gi", "512Mi"],
    ["1Gi", "1"],
    ["1023", "1Ki"],
    ["1Ki", "-1"],
    ["512Mi", "0.1"],
    ["1e3", "1k"],
    ["1k", "1e3"],
    ["0.1Ki", "1Mi"],
    ["0.0001Ki", "1Mi"],
    ["4.5E", "4.5E"],
    ["4.5E", "4500000000000000001"],
    ["-4.5E", "-4500000000000000001"],
    ["9E", "1n"],
    ["9E", "-1n"],
    ["8.9E", "100P"],
    ["7Ei", "0.8Ei"],
    ["8Ei"],
    ["100m", "200m", "700m"],
    ["1n", "1u", "1m", "1"],
    ["-1n", "1"],
    ["-1.5", "500m"],
    ["999999999n", "1n"],
    ["1", "nonsense"],
    ["1", ""],
  ];
}

function randomSum() {
  const amount = () =>
    `${pick(["", "", "-"])}${upTo(pick([9, 99, 2048, 1e6, 1e15]))}${pick(["", "", ".5", ".125", ".001"])}${pick([
      ...["", "m", "u", "n", "k", "M", "G", "T", "e3", "E-3", "Ki", "Mi", "Mi", "Gi", "Gi", "Ti"],
    ])}`;
  return times(1 + upTo(5), () => pick([amount, amount, amount, () => pick(quantities)])());
}

function encoded(bytes) {
  return Buffer.from(bytes).toString("base64");
}

// The limits of UTF-8 as RFC 3629 has them, alone and beside other text.
function edgeBase64() {
  const leads = [
    0x00, 0x7f, 0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4,
  ];
  const seconds = [0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0];
  const sequences = [...leads, 0xf5, 0xff].flatMap((lead) => [
    [lead],
    ...seconds.flatMap((second) => [
      [lead, second],
      [lead, second, 0x80],
      [lead, second, 0x80, 0xbf],
      [lead, second, 0xbf, 0xc0],
      [0x41, lead, second, 0x80, 0x42],
    ]),
  ]);
  const written = [
    "",
    "=",
    "==",
    "====",
    "Q",
    "QQ",
    "QQ=",
    "QQ==",
    "QQ===",
    "QR==",
    "QUI=",
    "QUJ=",
    "QUJD",
    "QUJDRA",
    "QUJD=",
    "A===",
  ];
  const broken = [
    "Q Q==",
    "QQ==\n",
    "Q\nQ\r\n=\n=",
    "\n",
    "\t",
    "QQ==QQ==",
    "Q=Q=",
    "-_-_",
    "+/+/",
    "Zm9v\u00e9",
    "QQ\u0000=",
  ];
  return [...sequences.map(encoded), ...written, ...broken];
}

function randomBase64() {
  const character = () =>
    pick(["a", "Z", "0", " ", "\n", "\u0000", "é", "\u07ff", "\u0800", "\ufeff", "\uffff", "😀", "\u{10ffff}"]);
  const text = () => times(upTo(12), character).join("");
  const bytes = () => times(upTo(12), () => upTo(255));
  return encoded(pick([text, text, bytes])());
}

function mangledBase64() {
  return mangled(encoded(times(1 + upTo(8), () => pick([...Buffer.from("secret: é😀")]))), [..."=AQz+/-_ \n\r%"]);
}

function mangled(text, alphabet) {
  const at = upTo(text.length);
  return pick([
    () => text.slice(0, at) + pick(alphabet) + text.slice(at),
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + pick(alphabet) + text.slice(at + 1),
  ])();
}

function edgeUrls() {
  const hosts = [
    ...[
      "example.com",
      "EXAMPLE.com",
      "a",
      "a.",
      ".",
      "..",
      "a..b",
      "-a-",
      "_dmarc.x",
      "xn--bcher-kva.example",
      "bücher.example",
    ],
    ...[
      "127.0.0.1",
      "127.1",
      "127.0.0.1.",
      "127.0.0.01",
      "256.0.0.1",
      "1.2.3",
      "0x7f.1",
      "0x",
      "a.0x",
      "1",
      "1.a",
      "a.1",
      "a.1.",
      "0",
    ],
    ...[
      "[::]",
      "[::1]",
      "[1:2:3:4:5:6:7:8]",
      "[1:2:3:4:5:6:7]",
      "[1:2:3:4:5:6:7::]",
      "[1:2:3:4:5:6:7:8::]",
      "[::2:3:4:5:6:7:8]",
    ],
    ...[
      "[1::2::3]",
      "[:::]",
      "[:1]",
      "[1:]",
      "[12345::]",
      "[G::]",
      "[::ffff:1.2.3.4]",
      "[1.2.3.4::]",
      "[::1.2.3.4:5]",
      "[::1.2.3]",
    ],
    ...[
      "[1:2:3:4:5:6:1.2.3.4]",
      "[1:2:3:4:5:1.2.3.4]",
      "[1::5:6:7:1.2.3.4]",
      "[1:2:3:4:5::1.2.3.4]",
      "[::1%25eth0]",
      "[v1.a]",
    ],
    ...[
      "[FE80::A]",
      "[]",
      "[::1",
      "::1",
      "a%2eb",
      "a%zz",
      "a b",
      "a\tb",
      "a\\b",
      "a,b",
      "a;b",
      "a'b",
      "a\u0000b",
      "",
      "a[b]",
      "[::1]a",
    ],
  ];
  const around = [
    "a://?",
    "https://?",
    "http://u@?",
    "http://u:p%40@?:80/x",
    "HTTP://?:",
    "http://?:0065535",
    "http://?:65536",
    "http://?:8a",
  ];
  const framed = around.flatMap((frame) => hosts.map((host) => frame.replace("?", () => host)));
  const others = [
    ...[
      "",
      "example.com",
      "//example.com",
      "http:/x",
      "http:x",
      "1http://x",
      "http//x",
      "://x",
      "h ttp://x",
      " http://x",
      "http://x ",
    ],
    ...[
      "file://host/x",
      "FILE://host/x",
      "file:///x",
      "files://host/x",
      "mailto:a@b.c",
      "http://x#a#b",
      "http://x?a?b",
      "http://x/%4",
      "http://x/%41",
    ],
    ...[
      "http://x/é",
      "http://x/[a]",
      "http://x/{a}",
      "http://x@y@z",
      "http://x:y:z@w",
      "http://@x",
      "http://:@x",
      "http://x?@y/z",
      "http://x#@y",
    ],
    ...[
      "http://x/\\y",
      "http://a\\@b",
      "http://a/@b",
      "http://a?b@c",
      "http://a#b://c",
      "a+b-c.d://x",
      "http://x\n",
      "http://x:80:80",
    ],
  ];
  return [...framed, ...others];
}

function randomUrl() {
  const word = () => times(1 + upTo(5), () => pick([..."aZ09-._"])).join("");
  const octet = () => pick([String(upTo(300)), String(upTo(255)), "0", "01"]);
  const group = () => pick(["", "0", "1", "ffff", "0db8", "A", "12345"]);
  const host = pick([
    () => `${word()}.${word()}`,
    word,
    () => times(4, octet).join("."),
    () => `[${times(1 + upTo(8), group).join(":")}]`,
    () => `[${times(1 + upTo(4), group).join(":")}::${times(upTo(3), group).join(":")}]`,
    () => `[::${times(upTo(5), group).join(":")}:${times(4, octet).join(".")}]`,
  ])();
  const user = pick(["", "", "u@", "u:p@", "@", "u%41@", "u:p:q@"]);
  const port = pick(["", "", ":", ":80", ":08443", ":65535", ":65536", ":99999999"]);
  const rest = pick(["", "/", "/a/b", "?q=1", "#f", "/a?b#c", "/%41", "//x", "/a@b:c"]);
  return `${pick(["http", "https", "HTTPS", "oci", "s3", "git+ssh", "file"])}://${user}${host}${port}${rest}`;
}

function mangledUrl() {
  return mangled(randomUrl(), [..."/:@?#[]%\\ .0x\n\té"]);
}
