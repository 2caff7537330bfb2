import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A temporary folder with files in it, where the plugin is installed. */
export function project(files: Readonly<Record<string, string>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "writ-eslint-")));
  mkdirSync(join(root, "node_modules/@writ"), { recursive: true });
  const plugin = fileURLToPath(new URL("../", import.meta.url));
  symlinkSync(plugin, join(root, "node_modules/@writ/eslint-plugin"), "junction");
  write(root, files);
  return root;
}

export function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** A policy module whose judgement, on one line of its own, is given; `imports` stands above it. */
export function policyOf(deny: string, imports = ""): string {
  return `${imports}import { policy, workloads } from "@writ/sdk";

export const example = policy({
  id: "example",
  title: "T",
  severity: "low",
  match: workloads(),
  each: (pod) => pod.containers,
  deny: (container) => ${deny},
  message: "m",
});
`;
}
