/** A mistake that a code is about, and what to write instead. Both are compiled by the tests. */
export interface Example {
  /** Statements of `check(pod, { report, params })`, or a whole module. */
  readonly wrong: string;
  readonly right: string;
  /** What the diagnostic says about `wrong`. */
  readonly says: string;
  /** What is configured for the policy, where that is what is wrong: `params` of its id. */
  readonly configured?: { readonly wrong: Configured; readonly right: Configured };
}

type Configured = Readonly<Record<string, unknown>>;

const sdkNames = [
  "asciiLowerCase",
  "compareQuantities",
  "count",
  "glob",
  "list",
  "string",
  "sum",
  "workloads",
] as const;

/** The module that an example stands for: itself, or the policy whose `check` holds its statements. */
export function exampleModule(code: string): string {
  if (/^(?:import|export) /m.test(code)) return `${code}\n`;
  const names = ["policy", ...sdkNames].filter(
    (name) => name === "policy" || name === "workloads" || code.includes(`${name}(`),
  );
  const body = code
    .split("\n")
    .map((line) => `    ${line}`.trimEnd())
    .join("\n");
  return `import { ${names.sort().join(", ")} } from "@writ/sdk";

export const example = policy({
  id: "example",
  title: "An example",
  severity: "low",
  match: workloads(),
  check(pod, { report }) {
${body}
  },
});
`;
}
