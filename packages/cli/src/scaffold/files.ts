import { version } from "../build-id.js";

/** The files of a new project, by path. Each must work as it stands: an end-to-end test checks and tests them. */
export function projectFiles(): Readonly<Record<string, string>> {
  return {
    "writ.config.ts": config,
    "policies/pod-security/no-privileged-containers/policy.ts": policy,
    "policies/pod-security/no-privileged-containers/policy.test.ts": unitTest,
    "policies/pod-security/no-privileged-containers/cases/deny-init-container.yaml": denied,
    "policies/pod-security/no-privileged-containers/cases/allow-plain.yaml": allowed,
    "package.json": `${JSON.stringify(manifest(), null, 2)}\n`,
    "tsconfig.json": `${JSON.stringify(tsconfig, null, 2)}\n`,
  };
}

const config = `import { defineConfig } from "@writ/cli";

export default defineConfig({
  // Your own policies; add "@writ/policies" for the library.
  policies: ["policies/**/policy.ts"],
  failOn: "low",
});
`;

const policy = `import { policy, workloads } from "@writ/sdk";

export const noPrivilegedContainers = policy({
  id: "no-privileged-containers",
  title: "Containers must not run privileged",
  severity: "high",
  remediation: "Remove privileged: true, and add the single capability that is needed.",
  match: workloads(),
  each: (pod) => pod.containers,
  deny: (container) => container.securityContext?.privileged === true,
  message: (container) => \`container \${container.name} must not be privileged\`,
  at: ["securityContext", "privileged"],
});
`;

const unitTest = `import { container, pod } from "@writ/sdk/vitest";
import { expect, test } from "vitest";
import { noPrivilegedContainers } from "./policy.js";

test("a privileged container is denied", () => {
  const privileged = container({ name: "web", securityContext: { privileged: true } });
  expect(noPrivilegedContainers).toDeny(pod({ spec: { containers: [privileged] } }), {
    message: "container web must not be privileged",
    path: "spec.containers[0].securityContext.privileged",
  });
});

test("a Pod without a security context is allowed", () => {
  expect(noPrivilegedContainers).toAllow(pod());
});
`;

const denied = `expect: deny
violations:
  - path: [spec, initContainers, 0, securityContext, privileged]
    message: container setup must not be privileged
resource:
  apiVersion: v1
  kind: Pod
  metadata: { name: web, namespace: shop }
  spec:
    initContainers:
      - name: setup
        image: registry.example.com/setup:1.0.0
        securityContext: { privileged: true }
    containers:
      - name: web
        image: registry.example.com/web:1.0.0
`;

const allowed = `expect: allow
resource:
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: web, namespace: shop }
  spec:
    selector: { matchLabels: { app: web } }
    template:
      metadata: { labels: { app: web } }
      spec:
        containers:
          - name: web
            image: registry.example.com/web:1.0.0
            securityContext: { privileged: false }
`;

function manifest(): unknown {
  return {
    private: true,
    type: "module",
    scripts: { check: "writ check", test: "writ test && vitest run" },
    devDependencies: { "@writ/cli": `^${version}`, "@writ/sdk": `^${version}`, vitest: "^4.1.12" },
  };
}

const tsconfig = {
  compilerOptions: {
    target: "ES2023",
    module: "NodeNext",
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
  },
  include: ["policies", "writ.config.ts"],
};
