import { describe, expect, it } from "vitest";
import { pathOfText, pathText } from "./path-text.js";

describe("paths as text", () => {
  it.each([
    ["", []],
    ["spec.containers[0].image", ["spec", "containers", 0, "image"]],
    ['metadata.labels["app.kubernetes.io/name"]', ["metadata", "labels", "app.kubernetes.io/name"]],
    ['data["a\\"]b"].c', ["data", 'a"]b', "c"]],
    ['["a b"][1][2]', ["a b", 1, 2]],
    ['[""]', [""]],
  ])("%s", (text, path) => {
    expect(pathOfText(text)).toEqual(path);
    expect(pathText(path)).toBe(text);
  });
  it("takes a plain name with hyphens and slashes as it is", () => {
    expect(pathOfText("metadata.labels.my-app/x")).toEqual(["metadata", "labels", "my-app/x"]);
  });
  it.each(["a..b", ".a", "a.", "a[", "a[x]", "a[0]b", 'a["b]', "a]", "a[-1]"])("refuses %s", (text) => {
    expect(() => pathOfText(text)).toThrow("is no path");
  });
});
