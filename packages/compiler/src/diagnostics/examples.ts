import type { DiagnosticName } from "./catalogue.js";
import type { Example } from "./example.js";

/** A whole policy module: the lines of a definition below `match`. */
function definition(
  lines: string,
  { name = "example", id = "example", imports = "policy, workloads", before = "" } = {},
): string {
  const own = lines
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
  return `import { ${imports} } from "@writ/sdk";
${before}
export const ${name} = policy({
  id: "${id}",
  title: "An example",
  severity: "low",
  match: workloads(),
${own}
});`;
}

const hostNetwork = `deny: (pod) => pod.spec.hostNetwork === true,\nmessage: "m",`;
const registries = `params: { registries: list(string()) },
check(pod, { report, params }) {
  for (const container of pod.containers) {
    if (!params.registries.some((name) => container.image?.startsWith(name))) report(container, "m");
  }
},`;
const withParams = { imports: "list, policy, string, workloads" };

/** One example for each kind of diagnostic; `writ explain` shows it, and so does the page of the code. */
export const examples: Readonly<Record<DiagnosticName, Example>> = {
  typescript: {
    wrong: `for (const container of pod.containers) {
  if (container.securityContext.privileged) report(container, "m");
}`,
    right: `for (const container of pod.containers) {
  if (container.securityContext?.privileged) report(container, "m");
}`,
    says: "'container.securityContext' is possibly 'undefined'. (TS18048)",
  },
  notLiteralPolicy: {
    wrong: `import { policy, workloads } from "@writ/sdk";

function forbidding(id: string) {
  return policy({ id, title: "T", severity: "low", match: workloads(), deny: () => true, message: "m" });
}

export const example = forbidding("example");`,
    right: definition(hostNetwork),
    says: "the exported policy `example` is not a call of `policy({ … })` with an object literal",
  },
  moduleStatement: {
    wrong: definition(hostNetwork, { before: `\nconst seen: string[] = [];\nseen.push("a");\n` }),
    right: definition(hostNetwork, { before: `\nconst seen = ["a"];\n` }),
    says: "a statement that runs when the module is imported is not allowed at the top level of a policy module",
  },
  suppression: {
    wrong: `for (const container of pod.containers) {
  // @ts-ignore
  if (container.image.endsWith(":latest")) report(container, "m");
}`,
    right: `for (const container of pod.containers) {
  if (container.image?.endsWith(":latest")) report(container, "m");
}`,
    says: "`@ts-ignore` hides what the type checker found",
  },
  tooLarge: {
    wrong: definition(`deny: (pod) => isF(pod.spec.hostname ?? ""),\nmessage: "m",`, {
      before: `
const isA = (name: string): boolean => name === "a" || name === "b";
const isB = (name: string): boolean => isA(name) || isA(name) || isA(name) || isA(name) || isA(name) || isA(name);
const isC = (name: string): boolean => isB(name) || isB(name) || isB(name) || isB(name) || isB(name) || isB(name);
const isD = (name: string): boolean => isC(name) || isC(name) || isC(name) || isC(name) || isC(name) || isC(name);
const isE = (name: string): boolean => isD(name) || isD(name) || isD(name) || isD(name) || isD(name) || isD(name);
const isF = (name: string): boolean => isE(name) || isE(name) || isE(name) || isE(name) || isE(name) || isE(name);
`,
    }),
    right: definition(`deny: (pod) => isA(pod.spec.hostname ?? ""),\nmessage: "m",`, {
      before: `\nconst isA = (name: string): boolean => name === "a" || name === "b";\n`,
    }),
    says: "the policy comes to more than 20000 expressions once its functions are inlined",
  },
  statement: {
    wrong: `for (let i = 0; i < pod.containers.length; i++) {
  const container = pod.containers[i];
  if (container?.stdin === true) report(container, "m");
}`,
    right: `for (const container of pod.containers) {
  if (container.stdin === true) report(container, "m");
}`,
    says: "a counting loop cannot be translated",
  },
  letDeclaration: {
    wrong: `let found = false;
for (const container of pod.containers) {
  if (container.stdin === true) found = true;
}
if (found) report(pod, "m");`,
    right: `const found = pod.containers.some((container) => container.stdin === true);
if (found) report(pod, "m");`,
    says: "`found` is declared with `let` or `var`",
  },
  assignment: {
    wrong: `const names: string[] = [];
for (const container of pod.containers) {
  if (container.stdin === true) names.push(container.name);
}
if (names.includes("shell")) report(pod, "m");`,
    right: `const names = pod.containers.filter((container) => container.stdin === true).map((container) => container.name);
if (names.includes("shell")) report(pod, "m");`,
    says: "`names.push(container.name)` changes a value",
  },
  returnInLoop: {
    wrong: `for (const container of pod.containers) {
  if (container.name === "proxy") return;
  if (container.stdin === true) report(container, "m");
}`,
    right: `if (pod.containers.some((container) => container.name === "proxy")) return;
for (const container of pod.containers) {
  if (container.stdin === true) report(container, "m");
}`,
    says: "`return` inside a loop makes later elements depend on earlier ones",
  },
  loopList: {
    wrong: `for (const letter of pod.spec.hostname ?? "") {
  if (letter === "_") report(pod, "m");
}`,
    right: `if (pod.spec.hostname?.includes("_")) report(pod, "m");`,
    says: "`for … of` needs a list",
  },
  uselessExpression: {
    wrong: `pod.spec.hostNetwork === true;`,
    right: `if (pod.spec.hostNetwork === true) report(pod, "m");`,
    says: "this statement has no effect on the verdict",
  },
  expression: {
    wrong: `for (const container of pod.containers) {
  if (container.securityContext!.privileged) report(container, "m");
}`,
    right: `for (const container of pod.containers) {
  if (container.securityContext?.privileged) report(container, "m");
}`,
    says: "the assertion `!` cannot be translated",
  },
  truthiness: {
    wrong: `for (const container of pod.containers) {
  if (!container.image) report(container, "m");
}`,
    right: `for (const container of pod.containers) {
  if (container.image === undefined) report(container, "m");
}`,
    says: "`container.image` is a string, not a boolean",
  },
  unknownCall: {
    wrong: `if (pod.spec.hostname?.toLowerCase() === "web") report(pod, "m");`,
    right: `if (asciiLowerCase(pod.spec.hostname) === "web") report(pod, "m");`,
    says: "`pod.spec.hostname?.toLowerCase` is not a function that writ can translate",
  },
  recursion: {
    wrong: `const depth = (path: string): number => (path === "" ? 0 : depth(path) + 1);
if (depth(pod.spec.hostname ?? "") > 2) report(pod, "m");`,
    right: `if ((pod.spec.hostname ?? "").split(".").length > 2) report(pod, "m");`,
    says: "`depth` calls itself",
  },
  callback: {
    wrong: `if (pod.containers.some((container, index, all) => container.name === all[0]?.name && index > 0)) report(pod, "m");`,
    right: `const first = pod.containers[0]?.name;
if (pod.containers.some((container, index) => container.name === first && index > 0)) report(pod, "m");`,
    says: "`some` needs an arrow function or a named function with one or two parameters",
  },
  unknownName: {
    wrong: `if (pod.containers.length > Infinity) report(pod, "m");`,
    right: `const most = 10;
if (pod.containers.length > most) report(pod, "m");`,
    says: "`Infinity` has no value that can be translated",
  },
  comparison: {
    wrong: `const [first, second] = pod.containers;
if (first === second) report(pod, "m");`,
    right: `const [first, second] = pod.containers;
if (first?.name === second?.name) report(pod, "m");`,
    says: "`===` compares an object with an object",
  },
  overflow: {
    wrong: `const priority = pod.spec.priority ?? 0;
if (priority * priority * priority > 1000) report(pod, "m");`,
    right: `const priority = pod.spec.priority ?? 0;
if (priority > 10) report(pod, "m");`,
    says: "the result of `*` may be beyond 2^53, where engines differ",
  },
  mapOrder: {
    wrong: `const keys = Object.keys(pod.spec.nodeSelector ?? {});
report(pod, \`selects nodes by \${keys.join(", ")}\`);`,
    right: `const keys = Object.keys(pod.spec.nodeSelector ?? {});
report(pod, \`selects nodes by \${keys.length} labels\`);`,
    says: '`keys.join(", ")` depends on the order of a map, which has none',
  },
  looseEquality: {
    wrong: `if (pod.spec.hostname == "web") report(pod, "m");`,
    right: `if (pod.spec.hostname === "web") report(pod, "m");`,
    says: "`==` converts its operands",
  },
  nullComparison: {
    wrong: `if (pod.spec.hostname === null) report(pod, "m");`,
    right: `if (pod.spec.hostname === undefined) report(pod, "m");`,
    says: "a null member is an absent one, so nothing equals `null`",
  },
  order: {
    wrong: `if ((pod.spec.hostname ?? "") < "m") report(pod, "m");`,
    right: `if (/^[a-l]/u.test(pod.spec.hostname ?? "")) report(pod, "m");`,
    says: "`<` orders a string",
  },
  arithmetic: {
    wrong: `if ((pod.spec.priority ?? 0) % 2 === 1) report(pod, "m");`,
    right: `if ([1, 3, 5].includes(pod.spec.priority ?? 0)) report(pod, "m");`,
    says: "`%` is not in the subset",
  },
  zeroTest: {
    wrong: `if (pod.spec.hostNetwork === false) report(pod, "m");`,
    right: `if (pod.spec.hostNetwork !== true) report(pod, "m");`,
    says: "`pod.spec.hostNetwork === false` never holds at admission: the API server drops `hostNetwork` at that value",
  },
  alwaysPresent: {
    wrong: `for (const container of pod.containers) {
  if (container.resources === undefined) report(container, "m");
}`,
    right: `for (const container of pod.containers) {
  if (container.resources?.limits === undefined) report(container, "m");
}`,
    says: "`container.resources` is always present at admission, so its presence says nothing",
  },
  printed: {
    wrong: `for (const container of pod.containers) {
  report(container, \`the image is \${container.image}\`);
}`,
    right: `for (const container of pod.containers) {
  report(container, \`the image is \${container.image ?? "none"}\`);
}`,
    says: "`container.image` is possibly absent, which a message cannot show",
  },
  opaque: {
    wrong: `if ((pod.spec.hostname ?? "")[0] === "w") report(pod, "m");`,
    right: `if ((pod.spec.hostname ?? "").startsWith("w")) report(pod, "m");`,
    says: '`(pod.spec.hostname ?? "")` is a string and cannot be indexed by this value; lists take an integer from 0, maps a text',
  },
  argument: {
    wrong: `if (count([0.5, 1.5], 0.5) > 1) report(pod, "m");`,
    right: `if (count([1, 2], 1) > 1) report(pod, "m");`,
    says: "`[0.5, 1.5]` is a list of numbers, and `count` takes a list of strings or a list of integers or a list of booleans",
  },
  assertion: {
    wrong: `for (const container of pod.containers) {
  if ((container.image as string).endsWith(":latest")) report(container, "m");
}`,
    right: `for (const container of pod.containers) {
  if (container.image?.endsWith(":latest")) report(container, "m");
}`,
    says: "`container.image as string` overrides the type checker",
  },
  lookup: {
    wrong: `const limits: Readonly<Record<string, number>> = { web: 3 };
if (pod.containers.length > (limits[pod.spec.hostname ?? ""] ?? 1)) report(pod, "m");`,
    right: `const limits = new Map([["web", 3]]);
if (pod.containers.length > (limits.get(pod.spec.hostname ?? "") ?? 1)) report(pod, "m");`,
    says: '`limits[pod.spec.hostname ?? ""]` finds in JavaScript what every object inherits, such as `constructor`',
  },
  optionalElement: {
    wrong: `if (pod.containers.map((container) => container.image).includes("busybox")) report(pod, "m");`,
    right: `if (pod.containers.some((container) => container.image === "busybox")) report(pod, "m");`,
    says: "the elements that `map` makes may be absent",
  },
  definition: {
    wrong: definition(hostNetwork, { before: `\nconst shared = { description: "shared" };\n` }).replace(
      "  deny:",
      "  ...shared,\n  deny:",
    ),
    right: definition(`description: "shared",\n${hostNetwork}`),
    says: "a spread hides members of the definition",
  },
  reportTarget: {
    wrong: `report(pod.containers, "m");`,
    right: `report(pod.spec, "m", ["containers"]);`,
    says: "`pod.containers` has no place in the document",
  },
  reportPath: {
    wrong: `const path = ["securityContext", "privileged"];
for (const container of pod.containers) report(container, "m", path);`,
    right: `for (const container of pod.containers) report(container, "m", ["securityContext", "privileged"]);`,
    says: "the path of a report must be an array of names and positions",
  },
  reportUse: {
    wrong: `pod.spec.hostNetwork === true && report(pod, "m");`,
    right: `if (pod.spec.hostNetwork === true) report(pod, "m");`,
    says: "`report` can only be called as a statement of `check`",
  },
  duplicateId: {
    wrong: `${definition(hostNetwork)}

export const other = policy({
  id: "example",
  title: "Another example",
  severity: "low",
  match: workloads(),
  deny: (pod) => pod.spec.hostPID === true,
  message: "m",
});`,
    right: `${definition(hostNetwork)}

export const other = policy({
  id: "other",
  title: "Another example",
  severity: "low",
  match: workloads(),
  deny: (pod) => pod.spec.hostPID === true,
  message: "m",
});`,
    says: "the id `example` is also used by `example` (policy.ts:3)",
  },
  invalidId: {
    wrong: definition(hostNetwork, { id: "No_Host_Network" }),
    right: definition(hostNetwork, { id: "no-host-network" }),
    says: "`No_Host_Network` is not a valid policy id",
  },
  regex: {
    wrong: `if (/^(?!web-)/u.test(pod.spec.hostname ?? "")) report(pod, "m");`,
    right: `if (!/^web-/u.test(pod.spec.hostname ?? "")) report(pod, "m");`,
    says: "a lookahead or lookbehind has no counterpart in RE2",
  },
  dynamicRegex: {
    wrong: `if (new RegExp("^web-").test(pod.spec.hostname ?? "")) report(pod, "m");`,
    right: `if (/^web-/.test(pod.spec.hostname ?? "")) report(pod, "m");`,
    says: "a regular expression must be a literal",
  },
  parameterMissing: {
    wrong: definition(registries, withParams),
    right: definition(registries, withParams),
    configured: { wrong: {}, right: { registries: ["registry.example.com/"] } },
    says: "the parameter `registries` of `example` has no default and is not configured",
  },
  parameterType: {
    wrong: definition(registries, withParams),
    right: definition(registries, withParams),
    configured: { wrong: { registries: [8080] }, right: { registries: ["registry.example.com:8080/"] } },
    says: "the parameter `registries` of `example` must be a list, each element a text",
  },
  parameterUnknown: {
    wrong: definition(registries.replace("string()", `string(), ["registry.example.com/"]`), withParams),
    right: definition(registries.replace("string()", `string(), ["registry.example.com/"]`), withParams),
    configured: { wrong: { registry: ["ghcr.io/"] }, right: { registries: ["ghcr.io/"] } },
    says: "`example` has no parameter `registry`",
  },
};
