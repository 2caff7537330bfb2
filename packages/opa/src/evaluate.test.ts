import { beforeAll, describe, expect, it } from "vitest";
import { wasmCapabilities } from "./capabilities.js";
import { compileRego } from "./compile.js";
import { type LoadedPolicy, loadPolicy } from "./evaluate.js";
import { openTopdown } from "./topdown.js";

const modules = {
  "p.rego": `package p

echo := {"given": input}

total := {"deny": deny}

deny contains {"message": message, "path": path} if {
	some i, c in input.spec.containers
	c.securityContext.privileged == true
	path := ["spec", "containers", i]
	message := concat("", ["container ", c.name, " must not be privileged"])
}

conflict := {"key": x | some x in input.xs}

only_false if input == false
`,
};

const state: { policy?: LoadedPolicy } = {};
beforeAll(async () => {
  const rules = ["echo", "total", "conflict", "only_false"];
  const result = await compileRego({ modules, entrypoints: rules.map((rule) => `p/${rule}`) });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  state.policy = await loadPolicy(result.wasm);
});

function policy(): LoadedPolicy {
  if (state.policy === undefined) throw new Error("the policy was not loaded");
  return state.policy;
}

const nested = (depth: number): string => `{"spec":${"[".repeat(depth)}${"]".repeat(depth)}}`;

describe("loadPolicy", () => {
  it("lists the entrypoints", () => {
    expect(policy().entrypoints).toEqual(["p/conflict", "p/echo", "p/only_false", "p/total"]);
  });

  it.each([
    ["null", null],
    ["false", false],
    ["zero", 0],
    ["an empty string", ""],
    ["an empty list", []],
    ["code points beyond the BMP", "é€𝒳\u2028\u0000"],
    ["numbers", [1, -1, 0.5, 9007199254740991, 1e21]],
    ["members named like properties of Object", { constructor: 1, toString: null, ["__proto__x"]: [] }],
  ])("passes %s through", (_, input) => {
    expect(policy().evaluate("p/echo", input)).toEqual({ given: input });
  });

  it("tells false from no input", () => {
    expect(policy().evaluate("p/only_false", false)).toBe(true);
    expect(policy().tryEvaluate("p/only_false", null)).toMatchObject({ ok: false, reason: "undefined" });
    expect(policy().tryEvaluate("p/only_false", undefined)).toMatchObject({ ok: false, reason: "aborted" });
  });

  it("says which entrypoint is missing, also one that every object has", () => {
    expect(policy().tryEvaluate("p/nope", {})).toEqual({
      ok: false,
      reason: "missing",
      message: "the policy has no entrypoint `p/nope`",
    });
    expect(policy().evaluate("constructor", {})).toBeUndefined();
  });

  it("survives an abort, and tells where it happened", () => {
    expect(policy().evaluate("p/conflict", { xs: ["a"] })).toEqual({ key: "a" });
    for (let round = 0; round < 50; round += 1) {
      expect(policy().tryEvaluate("p/conflict", { xs: ["a", "b"] })).toEqual({
        ok: false,
        reason: "aborted",
        message: "p.rego:14:13: object insert conflict",
      });
    }
    expect(policy().evaluate("p/conflict", { xs: ["b"] })).toEqual({ key: "b" });
  });

  it("survives a text that OPA cannot read", () => {
    for (const text of ["", '{"a":"\\ud800"}']) {
      expect(policy().tryEvaluateJson("p/echo", text), text).toMatchObject({ ok: false, reason: "aborted" });
    }
    for (const text of ["{", "nul"]) {
      expect(policy().tryEvaluateJson("p/echo", text), text).toMatchObject({ ok: false, reason: "undefined" });
    }
    expect(policy().tryEvaluateJson("p/echo", "1")).toEqual({ ok: true, value: { given: 1 } });
  });

  it("reads 1,000 levels and reports an input that is too deep", () => {
    expect(policy().tryEvaluateJson("p/total", nested(1000))).toEqual({ ok: true, value: { deny: [] } });
    for (const depth of [50_000, 2_000_000]) {
      expect(policy().tryEvaluateJson("p/total", nested(depth))).toMatchObject({ ok: false, reason: "aborted" });
    }
    const value: unknown[] = [];
    let inner = value;
    for (let depth = 0; depth < 100_000; depth += 1) {
      const next: unknown[] = [];
      inner.push(next);
      inner = next;
    }
    expect(policy().tryEvaluate("p/total", value)).toMatchObject({ ok: false, reason: "aborted" });
    expect(policy().evaluate("p/total", {})).toEqual({ deny: [] });
  });

  it("grows its memory for a large input and keeps none of it in the next answer", () => {
    const large = "ü".repeat(8_000_000);
    expect(policy().evaluate("p/echo", large)).toEqual({ given: large });
    expect(policy().evaluate("p/echo", "small")).toEqual({ given: "small" });
  });

  it("refuses bytes that are no policy, and a policy that needs a host", async () => {
    await expect(loadPolicy(new Uint8Array([1, 2, 3]))).rejects.toThrow();
    const sprintf = {
      name: "sprintf",
      decl: {
        type: "function",
        args: [{ type: "string" }, { type: "array", dynamic: { type: "any" } }],
        result: { type: "string" },
      },
    };
    const native = wasmCapabilities() as { readonly builtins: readonly unknown[] };
    const hosted = await compileRego({
      modules: { "h.rego": 'package h\n\nx := sprintf("%d", [input])\n' },
      entrypoints: ["h/x"],
      capabilities: { ...native, builtins: [...native.builtins, sprintf] },
    });
    if (!hosted.ok) throw new Error(JSON.stringify(hosted.errors));
    await expect(loadPolicy(hosted.wasm)).rejects.toThrow("the policy needs builtins of a host: sprintf");
  });
});

describe("topdown", () => {
  it("agrees with WASM", async () => {
    const topdown = openTopdown(modules);
    try {
      const privileged = { name: "a", securityContext: { privileged: true } };
      for (const input of [{}, null, { spec: { containers: [privileged, { name: "b" }, privileged] } }]) {
        const { results } = await topdown.query("data.p.total", input);
        expect(results).toEqual([policy().evaluate("p/total", input)]);
      }
      const { error } = await topdown.query("data.p.conflict", { xs: ["a", "b"] });
      expect(error).toContain("object keys must be unique");
    } finally {
      topdown.close();
    }
  });

  it("says why modules do not compile", async () => {
    const topdown = openTopdown({ "a.rego": "package a\n\nx := y\n" });
    await expect(topdown.query("data.a.x", {})).rejects.toThrow("var y is unsafe");
  });
});
