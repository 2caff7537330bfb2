import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wasmCapabilities } from "./capabilities.js";
import { compileRego, openRegoCompiler } from "./compile.js";
import { loadPolicy } from "./evaluate.js";
import { packageFile } from "./package-files.js";
import { openWasiCompiler, type RegoCompiler } from "./wasi.js";

const state: { compiler?: RegoCompiler } = {};
beforeAll(async () => {
  state.compiler = await openRegoCompiler();
});
afterAll(() => state.compiler?.close());

function compiler(): RegoCompiler {
  if (state.compiler === undefined) throw new Error("the compiler was not started");
  return state.compiler;
}

async function errorsOf(modules: Record<string, string>, entrypoints: string[] = []): Promise<unknown> {
  const result = await compiler().compile({ modules, entrypoints });
  return result.ok ? [] : result.errors;
}

describe("compileRego", () => {
  it("formats as opa fmt does and compiles what it formatted", async () => {
    const result = await compileRego({
      modules: { "a.rego": 'package a\nallow   if {input.x=="y"\n input.z}' },
      entrypoints: ["a/allow"],
    });
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    expect(result.formatted).toEqual({ "a.rego": 'package a\n\nallow if {\n\tinput.x == "y"\n\tinput.z\n}\n' });
    expect(result.toolchain).toEqual({ kind: "wasi", version: "1.22.2" });
    const policy = await loadPolicy(result.wasm);
    expect(policy.evaluate("a/allow", { x: "y", z: 1 })).toBe(true);
    expect(policy.evaluate("a/allow", { x: "z" })).toBeUndefined();
  });

  it("gives the same bytes for the same text", async () => {
    const request = {
      modules: { "b.rego": "package b\n\nx contains y if some y in input\n", "a.rego": "package a\n\nx := data.b.x\n" },
      entrypoints: ["a/x", "b/x"],
    };
    const [first, second] = [await compiler().compile(request), await compiler().compile(request)];
    if (!first.ok || !second.ok) throw new Error("does not compile");
    expect(Buffer.from(first.wasm).equals(Buffer.from(second.wasm))).toBe(true);
  });

  it("formats and checks without entrypoints, and builds no WASM", async () => {
    const result = await compiler().compile({ modules: { "a.rego": "package a\n\nx := 1\n" }, entrypoints: [] });
    expect(result).toMatchObject({
      ok: true,
      formatted: { "a.rego": "package a\n\nx := 1\n" },
      wasm: new Uint8Array(),
    });
  });

  it("accepts a text of several megabytes", async () => {
    const text = `package big\n\n# ${"x".repeat(5_000_000)}\nx := 1\n`;
    const result = await compiler().compile({ modules: { "big.rego": text }, entrypoints: ["big/x"] });
    expect(result.ok && result.formatted["big.rego"]).toBe(text);
  });
});

describe("what OPA refuses", () => {
  it("is placed by file, line and column, in the order of the files", async () => {
    expect(
      await errorsOf({ "b.rego": "package b\n\nx := y if {\n\tz := 1\n}\n", "a.rego": "package a\n\nx := input.y\n" }),
    ).toEqual([
      { file: "b.rego", line: 3, column: 6, code: "rego_unsafe_var_error", message: "var y is unsafe" },
      { file: "b.rego", line: 4, column: 2, code: "rego_compile_error", message: "assigned var z unused" },
    ]);
  });

  it("is reported for every module that does not parse, an empty one among them", async () => {
    expect(await errorsOf({ "a.rego": "package a\n\nx := {\n", "b.rego": "", "c.rego": "package c\n" })).toMatchObject([
      { file: "a.rego", line: 4, code: "rego_parse_error" },
      { file: "a.rego", line: 4, code: "rego_parse_error" },
      { file: "b.rego", code: "rego_parse_error", message: "empty module" },
    ]);
  });

  it("names an entrypoint that is no rule", async () => {
    expect(await errorsOf({ "a.rego": "package a\n\nx := 1\n" }, ["a/y"])).toMatchObject([
      { code: "opa_compile_error", message: 'entrypoint "a/y" does not refer to a rule or policy decision', line: 0 },
    ]);
  });

  it.each([
    ["sprintf", 'x := sprintf("%d", [input])'],
    ["http.send", 'x := http.send({"method": "get", "url": "http://localhost"})'],
    ["format_int", "x := format_int(input, 10)"],
    ["strings.replace_n", 'x := strings.replace_n({"a": "b"}, input)'],
    ["time.now_ns", "x := time.now_ns()"],
    ["opa.runtime", "x := opa.runtime()"],
  ])("holds %s, which is not in the capabilities", async (name, rule) => {
    expect(await errorsOf({ "a.rego": `package a\n\n${rule}\n` }, ["a/x"])).toMatchObject([
      { file: "a.rego", line: 3, column: 6, code: "rego_type_error", message: `undefined function ${name}` },
    ]);
  });

  it("holds a print statement", async () => {
    expect(await errorsOf({ "a.rego": "package a\n\nx if print(input)\n" })).toMatchObject([
      { message: "undefined function internal.print" },
    ]);
  });

  it("holds a join of a set, whose order differs between WASM and topdown", async () => {
    expect(await errorsOf({ "a.rego": 'package a\n\nx := concat("", {"a", "b"})\n' }, ["a/x"])).toMatchObject([
      { line: 3, code: "rego_type_error" },
    ]);
    expect(await errorsOf({ "a.rego": 'package a\n\nx := concat("", ["a", "b"])\n' }, ["a/x"])).toEqual([]);
  });
});

describe("a compiler that dies", () => {
  it("answers every request with its complaint, also one that comes later", async () => {
    const broken = openWasiCompiler({ kind: "wasi", version: "0", file: packageFile("package.json") }, "once");
    const request = { modules: {}, entrypoints: [] };
    const answers = await Promise.all([broken.compile(request), broken.compile(request)]);
    const late = await broken.compile(request);
    broken.close();
    for (const answer of [...answers, late]) {
      expect(answer).toMatchObject({ ok: false, errors: [{ code: "opa_crashed" }] });
      expect(answer.ok ? "" : answer.errors[0]?.message).toContain("expected magic word");
    }
  });
});

interface Builtin {
  readonly name: string;
  readonly infix?: string;
  readonly decl: { readonly args?: readonly unknown[] };
}

describe("wasmCapabilities", () => {
  const { builtins, ...rest } = wasmCapabilities() as { readonly builtins: readonly Builtin[] };

  it("needs no host for any builtin that it allows", async () => {
    const calls = builtins.filter(({ name }) => !name.startsWith("internal.") && name !== "eq" && name !== "assign");
    expect(calls.length).toBeGreaterThan(70);
    const rules = calls.map(({ name, infix, decl }, index) => {
      const args = (decl.args ?? []).map((_, position) => `input[${position}]`);
      const call = infix === undefined ? `${name}(${args.join(", ")})` : args.join(` ${infix} `);
      return name === "walk" ? `r${index} := [x | walk(input, x)]` : `r${index} := [${call}]`;
    });
    const text = `package all\n\n${rules.join("\n\n")}\n`;
    const entrypoints = rules.map((_, index) => `all/r${index}`);
    const result = await compiler().compile({ modules: { "all.rego": text }, entrypoints });
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    expect((await loadPolicy(result.wasm)).entrypoints).toHaveLength(calls.length);
  });

  it("closes the network and stays with Rego v1", () => {
    expect(rest).toEqual({ future_keywords: [], features: ["rego_v1"], allow_net: [] });
  });
});

it("builds the OPA version that go.mod pins", () => {
  const record = JSON.parse(readFileSync(packageFile("dist/opa.wasm.json"), "utf8")) as { opa: string };
  expect(readFileSync(packageFile("go/go.mod"), "utf8")).toContain(`github.com/open-policy-agent/opa v${record.opa}`);
});
