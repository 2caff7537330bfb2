import { given, widget, type Case } from "../case.js";

const memory = (name: string, of: string | number, written: string, more: string): Case =>
  given(name, widget({ memory: of }), [
    `spec memory ${written}`,
    `spec with 1Gi ${more}`,
    "spec tags none",
    "spec constants",
  ]);
const tags = (name: string, of: readonly string[], total: string): Case =>
  given(name, widget({ tags: of }), ["spec memory none", "spec with 1Gi none", `spec tags ${total}`, "spec constants"]);

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec memory none", "spec with 1Gi none", "spec tags none", "spec constants"]),
  memory("already canonical", "1Gi", "1Gi", "2Gi"),
  memory("smaller suffix", "1024Mi", "1Gi", "2Gi"),
  memory("decimal", "1000", "1k", "1073742824"),
  memory("zero", "0.00", "0", "1Gi"),
  memory("binary below 1024", "0.5Ki", "512", "1073742336"),
  memory("fraction", "1.5", "1500m", "1073741825500m"),
  memory("fraction of a binary one", "0.1Ki", "102400m", "1073741926400m"),
  memory("rounded up", "0.1n", "1n", "1073741824000000001n"),
  memory("exponent", "1000e3", "1e6", "1074741824"),
  memory("negative", "-1Mi", "-1Mi", "1023Mi"),
  memory("opposite", "-1Gi", "-1Gi", "0"),
  memory("number", 2500000.5, "2500000500m", "1076241824500m"),
  memory("greatest", "9E", "9E", "none"),
  memory("beyond", "9000000000000000001", "none", "none"),
  memory("malformed", "1 Gi", "none", "none"),
  tags("one", ["1Gi"], "1Gi"),
  tags("notation of the first", ["1Gi", "1"], "1073741825"),
  tags("notation of the first that is not zero", ["0k", "0", "1Ki", "1024"], "2Ki"),
  tags("nothing left", ["1Ki", "-1024"], "0"),
  tags("a thousand parts", Array<string>(1000).fill("1m"), "1"),
  tags("more than a thousand", Array<string>(1001).fill("1m"), "none"),
  tags("one malformed", ["1", "x"], "none"),
  given("more", widget({ memory: "1", tags: ["1", "501m"] }), [
    ...["spec memory 1", "spec with 1Gi 1073741825", "spec tags 1501m", "spec more", "spec constants"],
  ]),
  given("not more", widget({ memory: "1", tags: ["1", "500m"] }), [
    ...["spec memory 1", "spec with 1Gi 1073741825", "spec tags 1500m", "spec constants"],
  ]),
];
