import { describe, expect, it } from "vitest";
import { readDemand } from "./demand.js";

const engines = (...values: readonly string[]) => {
  const demand = readDemand(values);
  return demand.ok && demand.value.kind === "named" ? Object.fromEntries(demand.value.engines) : demand;
};

describe("the engines that --engine names", () => {
  it("are those that are found when there is no option", () => {
    expect(readDemand([])).toEqual({ ok: true, value: { kind: "found" } });
  });

  it("are the named ones and no others, each with its program", () => {
    expect(engines("opa")).toEqual({ opa: {} });
    expect(engines("kyverno=/opt/a=b", "opa")).toEqual({ kyverno: { file: "/opt/a=b" }, opa: {} });
    expect(engines("opa=./opa", "all")).toEqual({
      opa: { file: "./opa" },
      kyverno: {},
      "apiserver-new": {},
      "apiserver-old": {},
    });
    expect(engines("none")).toEqual({});
  });

  it.each([
    [["kyvrno"], "there is no engine `kyvrno`", "did you mean `kyverno`?"],
    [["opa="], "`--engine opa=` names no program", "write `--engine opa=PATH`"],
    [["none", "opa"], "`--engine none` stands alone", "leave out the other engines, or `none`"],
  ])("are refused: %j", (values, message, help) => {
    expect(readDemand(values)).toEqual({ ok: false, problems: [{ code: "WRIT3020", message, help }] });
  });
});
