import { regexTree } from "@writ/compiler/ir";
import { describe, expect, it } from "vitest";
import { turningTexts } from "./regex-texts.js";

function textsOf(source: string): readonly string[] {
  const tree = regexTree(source, "u");
  if (tree === undefined) throw new Error(`/${source}/ is refused`);
  return turningTexts(tree);
}

/** Each expression with others that are one mistake away from it. */
const mistakes: readonly (readonly [string, readonly string[]])[] = [
  ["^v\\d+\\.\\d+$", ["v\\d+\\.\\d+$", "^v\\d+\\.\\d+", "^v\\d\\.\\d+$", "^v\\d+.\\d+$", "^v?\\d+\\.\\d+$", "^v\\d*\\.\\d+$"]],
  ["^(?:a|b|cd)$", ["^(?:a|b)$", "^(?:a|cd)$", "^(?:b|cd)$", "^(?:a|b|cd)", "^(?:a|b|c)$"]],
  ["^[a-z0-9]{1,63}$", ["^[a-y0-9]{1,63}$", "^[a-z1-9]{1,63}$", "^[a-z0-9]{1,62}$", "^[a-z0-9]{0,63}$", "^[a-z0-9]{1,64}$", "^[a-z0-9{]{1,63}$"]],
  ["[/\\\\]pipe[/\\\\](?:docker|crio)$", ["[/]pipe[/\\\\](?:docker|crio)$", "[/\\\\]pipe[/\\\\](?:docker|crio)", "[/\\\\]pipe(?:docker|crio)$"]],
  ["^/(?:var/?)?$", ["^/(?:var/)?$", "^/(?:var/?)$", "/(?:var/?)?$", "^/(?:var/?)?"]],
]; // prettier-ignore

describe("the texts at which a regular expression turns", () => {
  it.each(mistakes)("tell /%s/ from what is nearly it", (source, others) => {
    const right = new RegExp(source, "u");
    const texts = textsOf(source);
    expect(texts.some((text) => right.test(text))).toBe(true);
    expect(texts.some((text) => !right.test(text))).toBe(true);
    for (const other of others) {
      const wrong = new RegExp(other, "u");
      expect(
        texts.filter((text) => wrong.test(text) !== right.test(text)),
        `/${other}/`,
      ).not.toEqual([]);
    }
  });

  it("are few for a long word", () => {
    const texts = textsOf("^/var/run/(?:docker|containerd)\\.sock$");
    expect(texts).toContain("/var/run/docker.sock");
    expect(texts).toContain("/var/run/containerd.sock");
    expect(texts).toContain("/var/run/dockerxsock");
    expect(texts.length).toBeLessThan(30);
  });

  it("are well-formed, and not many", () => {
    const texts = textsOf("^(?:\\p{1}|[^a-z]|.|\\u{1F600}{2,3}|x{0,1000})$".replace("\\p{1}", "q{1}"));
    expect(texts.every((text) => text.isWellFormed())).toBe(true);
    expect(texts.length).toBeLessThan(60);
  });
});
