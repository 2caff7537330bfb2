import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../bin/writ.js", import.meta.url));

/** A temporary folder with files in it. */
export function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "writ-e2e-")));
  write(root, files);
  return root;
}

export function write(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built command in a folder. Caches stay in that folder. */
export function writ(cwd: string, args: readonly string[], options: RunOptions = {}): Ran {
  const env = { PATH: process.env["PATH"], HOME: cwd, XDG_CACHE_HOME: join(cwd, ".xdg"), ...options.env };
  const done = spawnSync(process.execPath, [command, ...args], {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    ...(options.input === undefined ? {} : { input: options.input }),
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** A policy that every test understands: no container may be privileged. */
export const privilegedPolicy = `import { policy, workloads } from "@writ/sdk";

export const noPrivileged = policy({
  id: "no-privileged",
  title: "Containers must not run privileged",
  severity: "high",
  remediation: "Remove it.",
  match: workloads(),
  each: (pod) => pod.containers,
  deny: (container) => container.securityContext?.privileged === true,
  message: (container) => \`container \${container.name} is privileged\`,
  at: ["securityContext", "privileged"],
});
`;

export const config = `import { defineConfig } from "@writ/cli";
export default defineConfig({ policies: ["policies/**/policy.ts"] });
`;

const shared: { root?: string; folders: number } = { folders: 0 };

/** A folder with inputs below a project that all of these share: its policy is compiled once. */
export function inputs(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  shared.root ??= withPolicy();
  shared.folders += 1;
  const folder = join(shared.root, `inputs-${shared.folders}`);
  mkdirSync(folder);
  write(folder, files);
  return folder;
}

/** A project of its own with one policy. */
export function withPolicy(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return project({ "writ.config.ts": config, "policies/no-privileged/policy.ts": privilegedPolicy, ...files });
}

export const badPod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      securityContext:
        privileged: yes
`;

export const goodPod = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: app }]
`;
