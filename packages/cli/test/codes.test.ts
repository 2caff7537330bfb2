import { describe, expect, it } from "vitest";
import { commandCatalogue } from "../src/commands/catalogue.js";
import { type CommandExample, commandExamples } from "../src/commands/examples.js";
import { config, goodPod, privilegedPolicy, project, writ } from "./project.js";

const base = {
  "writ.config.ts": config,
  "policies/no-privileged/policy.ts": privilegedPolicy,
  "pod.yaml": goodPod,
};

const runnable = Object.entries(commandExamples).filter(
  (entry): entry is [string, CommandExample] => "run" in entry[1],
);

describe("the codes of the command", () => {
  it("have an example each, but for the few that nobody can run", () => {
    expect(runnable.length).toBeGreaterThan(Object.keys(commandCatalogue).length - 14);
  });

  it.each(runnable)("%s is reported for its example", { timeout: 120_000 }, (code, { files, run, says }) => {
    const { out, err } = writ(project({ ...base, ...files }), run.split(" "), { env: { COLUMNS: "140" } });
    expect(`${err}${out}`.replaceAll(/\n {2}(?=\S)/g, " ")).toContain(`[${code}] ${says}`);
  });
});
