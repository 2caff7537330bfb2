import { describe, expect, it } from "vitest";
import { goodPod, withPolicy, writ } from "./project.js";

const messy = `import { policy, workloads } from "@writ/sdk";

let threshold = 3;

export const messy = policy({
  id: "messy",
  title: "Ten mistakes",
  severity: "low",
  match: workloads(),
  check(pod, { report }) {
    for (const container of pod.containers) {
      if (container.image) report(container, "image");
      if (container.name == "a") report(container, "name");
      if (container.securityContext.privileged) report(container, "privileged");
      if (container.nmae === "x") report(container, "misspelt");
    }
    if (pod.spec.hostNetwork === false) report(pod, "network");
    for (let i = 0; i < pod.containers.length; i++) {
      if (pod.containers[i]?.stdin === true) report(pod, "stdin");
    }
    pod.containers.forEach((container) => report(container, "each"));
    const total: number = "three";
    report(pod.containers, \`\${pod.spec.hostname}\`);
    if (total > threshold) report(pod, "threshold");
  },
});
`;

/** Code, line and column of each problem, in the order of the report. */
const expected = [
  "WRIT1001 14:11",
  "WRIT1001 15:21",
  "WRIT1001 22:11",
  "WRIT1102 3:5",
  "WRIT1202 12:11",
  "WRIT1208 13:11",
  "WRIT1301 17:9",
  "WRIT1101 18:5",
  "WRIT1201 21:5",
  "WRIT1402 23:12",
  "WRIT1303 23:31",
];

describe("a policy with ten mistakes", () => {
  const root = withPolicy({ "policies/messy/policy.ts": messy, "pod.yaml": goodPod });
  it.each([["check", "pod.yaml"], ["build"]])(
    "has all of them told by %s, TypeScript's own first",
    (...args) => {
      const { code, err } = writ(root, args);
      const found = [...err.matchAll(/^error\[(\w+)\] [^]*?policy\.ts:(\d+:\d+)$/gm)].map(
        ([, of, at]) => `${of} ${at}`,
      );
      expect(found).toEqual(expected);
      expect(code).toBe(2);
      expect(err).toContain('  fix:\n  + 12 │       if (container.image !== undefined) report(container, "image");');
      expect(err).toMatch(/^more about a code: writ explain WRIT1001$/m);
    },
    120_000,
  );
});
