import type { CommandCode } from "./catalogue.js";

/** A way to meet a code of the command, and the way out. */
export interface CommandExample {
  /** What is written where, in a project with a configuration, the policy `no-privileged` and the file `pod.yaml`. */
  readonly files: Readonly<Record<string, string>>;
  /** What is typed after `writ`. */
  readonly run: string;
  /** How the message begins. */
  readonly says: string;
  readonly right: string;
}

/** Why there is no example that anybody could run. */
export interface NoExample {
  readonly reason: string;
}

const config = (members: string): Readonly<Record<string, string>> => ({
  "writ.config.ts": `import { defineConfig } from "@writ/cli";

export default defineConfig({
  policies: ["policies/**/policy.ts"],
${members}});
`,
});

const policy = (id: string, lines: string): string => `import { kinds, policy, Namespace, workloads } from "@writ/sdk";

export const example = policy({
  id: "${id}",
  title: "An example",
  severity: "low",
${lines}});
`;

const subject = (deny: string): string => `  match: workloads(),
  deny: ${deny},
  message: "m",
`;

const caseFile = "policies/no-privileged/cases/allow-web.yaml";
const allowed = `expect: allow
resource: { apiVersion: v1, kind: Pod, metadata: { name: web }, spec: { containers: [] } }
`;

// The tests of the reports show them on documents.
const asAdmitted = "It takes the API server's code, which `--as-admitted` builds with Go when it is first asked for.";

/** One for each code of `commandCatalogue`; the end-to-end tests run them. */
export const commandExamples: Readonly<Record<CommandCode, CommandExample | NoExample>> = {
  WRIT2001: {
    files: {
      "writ.config.ts": `import { defineConfig } from "@writ/cli";\n\nexport default defineConfig({ policies: [\n`,
    },
    run: "check pod.yaml",
    says: "unexpected end of file",
    right: "Mend the configuration where the error stands.",
  },
  WRIT2002: {
    files: config(`  polices: ["more/**/policy.ts"],\n`),
    run: "check pod.yaml",
    says: "unknown key `polices` in the configuration",
    right: "Write the key that is meant.",
  },
  WRIT2003: {
    files: {},
    run: "check pod.yaml --config writ.ci.config.ts",
    says: "the configuration `writ.ci.config.ts` does not exist",
    right: "Name a file that exists, relative to the working folder.",
  },
  WRIT2004: {
    files: { reports: "a file\n" },
    run: "check pod.yaml --format json --output reports/report.json",
    says: "the report cannot be written to `reports/report.json`",
    right: "Name a file in a folder that exists and can be written.",
  },
  WRIT2005: {
    files: {},
    run: "check - --watch",
    says: "`-` cannot be watched",
    right: "Name files or folders, or check standard input without `--watch`.",
  },
  WRIT2006: { reason: "It takes a system that has run out of what it watches files with." },
  WRIT2010: {
    files: {},
    run: "check pod.yaml --policies more/**/policy.ts",
    says: "`more/**/policy.ts` names no policy module",
    right: "Name a folder, a glob or an installed package that holds policies.",
  },
  WRIT2011: {
    files: { "policies/other/policy.ts": `import { policy } from "@writ/sdkk";\n\nexport const other = policy;\n` },
    run: "check pod.yaml",
    says: 'could not resolve "@writ/sdkk"',
    right: "Mend the module where the error stands: here, the name of the package.",
  },
  WRIT2012: {
    files: { "policies/other/policy.ts": `throw new Error("not yet");\n` },
    run: "check pod.yaml",
    says: "the module throws when it is loaded: not yet",
    right: "Keep a policy module to declarations: importing it must do nothing else.",
  },
  WRIT2013: {
    files: { "policies/other/policy.ts": policy("no-privileged", subject("(pod) => pod.spec.hostPID === true")) },
    run: "check pod.yaml",
    says: "two policies have the id `no-privileged`",
    right: "Give each policy an id of its own.",
  },
  WRIT2014: {
    files: { "policies/other/policy.ts": `export const names = ["a"];\n` },
    run: "check pod.yaml",
    says: "the module exports no policy",
    right: "Export a policy from the module, or keep it out of the globs of `policies`.",
  },
  WRIT2015: {
    files: config(`  severity: { "no-privilegd": "low" },\n`),
    run: "check pod.yaml",
    says: "there is no policy `no-privilegd` in `severity`",
    right: "Write the id that the policy has.",
  },
  WRIT2016: { reason: "It takes a project in which the library @writ/policies is not installed." },
  WRIT2017: {
    files: {},
    run: "test no-privilegd",
    says: "there is no policy `no-privilegd`",
    right: "Write the id that the policy has.",
  },
  WRIT2020: { reason: "It takes a machine without Go, without `opa` and without the module that the set-up builds." },
  WRIT2021: { reason: "It is a bug of writ: no policy that leads to it is known." },
  WRIT2022: { reason: "It takes a machine without Go, on which the code was never built." },
  WRIT3001: {
    reason:
      "A policy that compiles has an answer for every document, so that only a bug of writ or of an engine leads to it.",
  },
  WRIT3002: { reason: "It is a bug of writ or of an engine: no policy that leads to it is known." },
  WRIT3010: { reason: asAdmitted },
  WRIT3011: { reason: asAdmitted },
  WRIT3012: { reason: asAdmitted },
  WRIT3003: {
    files: {
      "pod.yaml": `apiVersion: apps/v1\nkind: Deploymnet\nmetadata: { name: web }\nspec: { template: { spec: { containers: [] } } }\n`,
    },
    run: "check pod.yaml",
    says: "`Deploymnet` is no kind of `apps/v1`: not judged",
    right: "Write the kind and the version that Kubernetes has.",
  },
  WRIT3020: {
    files: {},
    run: "prove --engine opaa",
    says: "there is no engine `opaa`",
    right: "Name an engine that there is, or leave the option away: then each engine is asked that is found.",
  },
  WRIT3021: { reason: "It takes an engine that ends or hangs: the tests of `writ prove` make one." },
  WRIT3022: { reason: "It is a bug of writ or of an engine: no policy that leads to it is known." },
  WRIT4001: {
    files: { [caseFile]: `${allowed}---\n${allowed}` },
    run: "test",
    says: "a case file holds one document",
    right: "Write one file a case.",
  },
  WRIT4002: {
    files: { [caseFile]: allowed.replace("expect: allow", "expects: allow") },
    run: "test",
    says: "unknown key `expects`",
    right: "Write `expect: deny` or `expect: allow`.",
  },
  WRIT4003: {
    files: { "policies/no-privileged/cases/notes.txt": "to do\n" },
    run: "test",
    says: "not a case: only .yaml, .yml and .json files are read",
    right: "Keep other files out of the folder.",
  },
  WRIT4004: {
    files: { [caseFile]: `policy: no-privilegd\n${allowed}` },
    run: "test",
    says: "there is no policy `no-privilegd` beside the case",
    right: "Write the id of a policy that the module exports.",
  },
  WRIT4005: {
    files: { [caseFile]: allowed.replace("kind: Pod", "kind: Service") },
    run: "prove",
    says: "the policy `no-privileged` does not match v1/Service",
    right: "Give the case a resource of a kind that the policy matches.",
  },
  WRIT5001: {
    files: { dist: "a file\n" },
    run: "build --target opa --out dist/policies",
    says: "the files cannot be written",
    right: "Name a folder that can be written.",
  },
  WRIT5002: {
    files: {},
    run: "build --target kyvernoo",
    says: "there is no target `kyvernoo`",
    right: "Name a target that there is.",
  },
  WRIT5003: {
    files: {},
    run: "explain no-privilegd",
    says: "there is no code or policy `no-privilegd`",
    right: "Give a code from a report, or the id of a policy.",
  },
  WRIT5004: {
    files: {
      "policies/connect/policy.ts": policy(
        "connect",
        `  match: kinds(Namespace),
  deny: (_, { operation }) => operation === "CONNECT",
  message: "m",
`,
      ),
    },
    run: "build --target vap",
    says: "`connect` cannot be written for vap: it judges CONNECT, whose requests do not carry the object",
    right: "Build the policy for a target that can hold it; `--target all` writes it for those.",
  },
  WRIT5005: {
    files: {
      ...config(`  cluster: { kyvernoNamespace: "shop" },\n`),
      "policies/names/policy.ts": policy(
        "names",
        `  match: kinds(Namespace),
  deny: (subject) => subject.metadata?.labels?.["team"] === undefined,
  message: "m",
`,
      ),
    },
    run: "build --target kyverno",
    says: "`names` cannot be written for kyverno: a policy of the namespace shop never sees Namespace, which no namespace holds",
    right: "Enforce policies on such kinds for the whole cluster.",
  },
  WRIT5006: {
    files: config(`  cluster: { kyvernoVersion: "1.20" },\n`),
    run: "build --target kyverno-legacy",
    says: "kyverno-legacy: Kyverno 1.20 has no ClusterPolicy: its removal is announced for 1.20",
    right: "Build for a target that this version has.",
  },
  WRIT5007: {
    files: {
      "policies/long/policy.ts": policy(
        "long",
        `  description: "${"x".repeat(40)}".repeat(7000),
${subject("(pod) => pod.spec.hostPID === true")}`,
      ),
    },
    run: "build --target vap",
    says: "`long` cannot be written for vap: its annotations take",
    right: "Make what is too large shorter, or split the policy.",
  },
  WRIT5008: {
    files: {
      "policies/costly/policy.ts": policy(
        "costly",
        `  sizes: { containers: 100, env: 200, text: 1000 },
  match: workloads(),
  each: (pod) => pod.containers,
  deny: (container) => container.env?.some((of) => /secret|token|key/iu.test(of.value ?? "")),
  message: "m",
`,
      ),
    },
    run: "build --target vap",
    says: "`costly` cannot be written for vap: on an object of its declared sizes",
    right: "Ask what costs less first, or declare the sizes that the objects really have.",
  },
  WRIT5009: {
    files: {
      "policies/costly/policy.ts": policy(
        "costly",
        `  match: workloads(),
  each: (pod) => pod.containers,
  deny: (container) => container.env?.some((of) => container.env?.some((to) => to.value === of.value && /secret|token|key/iu.test(of.value ?? ""))),
  message: "m",
`,
      ),
    },
    run: "build --target vap",
    says: "`costly` for vap: on an object of the published sizes",
    right: "Declare in `sizes` what the objects of the policy really are.",
  },
};
