import { readFileSync } from "node:fs";
import * as sdk from "@writ/sdk";
import type { labelIntrinsics } from "../src/intrinsics/label.js";
import type { networkIntrinsics } from "../src/intrinsics/network.js";
import type { numberIntrinsics } from "../src/intrinsics/number.js";
import type { quantityIntrinsics } from "../src/intrinsics/quantity.js";
import type { rbacIntrinsics } from "../src/intrinsics/rbac.js";
import type { textIntrinsics } from "../src/intrinsics/text.js";
import type { versionIntrinsics } from "../src/intrinsics/version.js";
import type { Json, JsonObject } from "../src/ir/policy.js";

/** Arguments of an intrinsic, of the types that its row in the table says. */
export type Arguments = readonly Json[];

/** The intrinsics whose edge cases are tables of arguments; what they give is what the SDK gives, which its own tests check. */
export type Tabled =
  | keyof typeof labelIntrinsics
  | keyof typeof networkIntrinsics
  | keyof typeof numberIntrinsics
  | keyof typeof quantityIntrinsics
  | keyof typeof rbacIntrinsics
  | keyof typeof textIntrinsics
  | keyof typeof versionIntrinsics;

const fixtures = new URL("../../sdk/src/intrinsics/fixtures/", import.meta.url);

/** The first column of a fixture of the SDK. */
function fixture(name: string): readonly Json[] {
  const rows = JSON.parse(readFileSync(new URL(`${name}.json`, fixtures), "utf8")) as readonly Arguments[];
  return rows.map(([first]) => first as Json);
}

const texts = [
  ...[
    "",
    "a",
    "Z",
    "aB c",
    "@[`{",
    "ABCXYZ abcxyz",
    "ÄÖßK\u212aı\u0130Σ",
    "😀",
    "a😀bc",
    "e\u0301\u0000x",
    "\u{10ffff}\uffff",
  ],
  ...[
    " ",
    " \t\n\f\r",
    " \t\n\f\r x y \r\f\n\t ",
    "\u000b a \u000b",
    "\u00a0 a",
    "\u0085a ",
    "\ufeff a",
    "a\n\nb\n",
    "\u2028 a",
    "a ",
    " é",
  ],
];
const positions = [-9007199254740991, -9, -2, -1, 0, 1, 2, 4, 9, 9007199254740991];
const greatest = Number.MAX_SAFE_INTEGER;
const integerLists: readonly (readonly number[])[] = [
  ...[[], [0], [5], [1, 2, -5], [3, 3], [greatest], [-greatest], [greatest, 1], [greatest, 1, -1], [-greatest, -1]],
  ...[Array<number>(1000).fill(greatest), Array<number>(1000).fill(-greatest), Array<number>(1001).fill(1)],
  [...Array<number>(499).fill(greatest), ...Array<number>(500).fill(-greatest)],
];
const numbers = [0.5, 1e21, 1e-7, -1.5, 2500000.5, 5, -3, 0, 123456789012345680000, 5e-324, 1.5e-9];
const spaces = [" 1Gi", "\u00a01\u3000", "1\t", "\n1", "1 \u2028", "\u000b1", "0.5Pi\u2003", "1e3 ", "1E "];
const quantities = [...fixture("quantities"), ...numbers, ...spaces];
const outside = [
  `1${"0".repeat(40)}`,
  `0.${"0".repeat(18)}1`,
  "1e41",
  "1e-41",
  "1e4294967296",
  " ".repeat(201),
  "0".repeat(201),
];
const one = (values: readonly Json[]): readonly Arguments[] => values.map((value) => [value]);
const pairs = (values: readonly Json[]): readonly Arguments[] =>
  values.map((value, index) => [value, values[(index + 7) % values.length] as Json]);

const square = (values: readonly string[]): readonly (readonly [string, string])[] =>
  values.flatMap((a) => values.map((b): readonly [string, string] => [a, b]));

const semverLimits = [
  ...[`9${"0".repeat(18)}.0.0`, `1${"0".repeat(19)}.0.0`, `1.0.0-${"9".repeat(19)}`, `1.0.0-${"9".repeat(20)}`],
  ...[`1.0.0-${"a".repeat(250)}`, `1.0.0-${"a".repeat(251)}`, "1.0.0-~", "1.0.0-!", "1.0.0-\u00e9", "1.0.0\n"],
];
const versionLimits = [
  ...[`1.${"9".repeat(19)}`, `1.${"9".repeat(20)}`, `1.${"0".repeat(40)}9`, `1.30.${"9".repeat(20)}x`],
  ...[`1.30${"x".repeat(252)}`, `1.30${"x".repeat(253)}`, "1.30..9", "1.30.a", "0.0", "0.00.0", "1.30\n"],
];
const semvers = fixture("semvers") as readonly (readonly [string, string])[];
const versions = fixture("versions") as readonly (readonly [string, string])[];
const addresses = fixture("addresses");
const networks = [
  ...(fixture("cidrs") as readonly (readonly [string, string])[]),
  // Every length of a prefix, and every octet.
  ...Array.from({ length: 129 }, (_, bits): readonly [string, string] => [
    `5555:aaaa:5555:aaaa:5555:aaaa:5555:aaaa/${String(bits)}`,
    "5555:aaaa:5555:aaab::",
  ]),
  ...Array.from({ length: 256 }, (_, octet): readonly [string, string] => [
    `10.${String(octet)}.0.0/12`,
    `10.${String(255 - octet)}.1.1`,
  ]),
];
const resources = [
  ...["*", "*/", "*/*", "*/exec", "pods", "pods/exec", "pods/", "/exec", "/", "//", "", "a/b/c", "*/b/c", "pods\n"],
  ...["exec", "\u00e9/*", "*/\u00e9", "a/\u00e9"],
];
const urls = [
  ...["*", "/*", "/healthz/*", "/healthz/", "/healthz/etcd", "/a*b", "/a*b*", "/a*bc", "**", "", "/x**", "/x*", "\\*"],
  ...["/A\n*", "/A\nb", "\\Q*", "\u{1f600}*", "\u{1f600}a", "."],
];

const labelMaps: readonly JsonObject[] = [
  ...[{}, { app: "web" }, { app: "" }, { app: "Web" }, { app: "web", tier: "x" }, { tier: "x" }, { app: null }],
  ...[{ constructor: "x" }, { "example.com/a.b": "web" }, { "": "" }, { "\u{1f600}": "\u00e9", app: "web" }],
];

/** The table of each. */
export const rows: Readonly<Record<Tabled, readonly Arguments[]>> = {
  asciiLowerCase: one(texts),
  asciiTrim: one(texts),
  asciiUpperCase: one(texts),
  codePointLength: one(texts),
  codePointSlice: texts.flatMap((text) => positions.flatMap((start) => positions.map((end) => [text, start, end]))),
  decodeBase64: one([...fixture("base64"), "QUJD\n".repeat(1024), "QUJD".repeat(1025), "/w==".repeat(10)]),
  glob: [
    ...(JSON.parse(readFileSync(new URL("globs.json", fixtures), "utf8")) as readonly Arguments[]).map(
      ([text, pattern]): Arguments => [text as Json, pattern as Json],
    ),
    ["x", `x${"*".repeat(4095)}`],
    ["x", `x${"*".repeat(4096)}`],
    ["😀".repeat(4096), "😀".repeat(4096)],
    ["😀".repeat(4097), "😀".repeat(4097)],
    ...["\\E.*", "\\Q\\E", "\\", "[a-z]", "(?i)a", "^$|{2}", "\u0000*", "a\u0000?", "$1"].flatMap((pattern) => [
      [pattern, pattern],
      ["a\u0000b", pattern],
      [`${pattern}x`, `${pattern}?`],
    ]),
  ],
  urlHost: one(fixture("urls")),
  count: [
    ...[
      [[], "a"],
      [["a", "b", "a"], "a"],
      [["a", "A", ""], ""],
      [["é", "e\u0301"], "é"],
      [["1"], "1"],
    ],
    ...[
      [[1, 2, 1], 1],
      [[greatest, -greatest], greatest],
      [[0], 0],
      [[true, false, true], true],
      [[false], true],
    ],
  ],
  max: one(integerLists),
  min: one(integerLists),
  sum: one(integerLists),
  addQuantities: pairs(quantities),
  compareQuantities: [...pairs(quantities), ...pairs(outside)],
  formatQuantity: one([...quantities, ...outside]),
  isQuantity: one([...quantities, ...outside]),
  hasLabels: labelMaps.flatMap((labels) => labelMaps.map((wanted): Arguments => [labels, wanted])),
  cidrContains: networks,
  isCidr: one(addresses),
  isIp: one(addresses),
  resourceCovers: square(resources),
  urlCovers: square(urls),
  compareKubernetesVersions: [...versions, ...square(versionLimits)],
  compareSemver: [...semvers, ...square(semverLimits)],
  isSemver: one([...new Set([...semvers.flat(), ...semverLimits])]),
  sumQuantities: one([
    ...fixture("quantity-sums"),
    [1e-7, "1Ki"],
    Array<string>(1000).fill("7.5Ti"),
    Array<string>(1001).fill("1"),
  ]),
};

/** What an intrinsic of the SDK gives; null for none. */
export function answer(intrinsic: Tabled, args: Arguments): Json {
  const run: (...of: readonly never[]) => unknown = sdk[intrinsic];
  return (run(...(args as readonly never[])) ?? null) as Json;
}
