import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runGo } from "../build/go.js";
import { messageOf } from "./client.js";
import { until } from "./server.js";
import type { Cluster } from "./start.js";

const goModule = fileURLToPath(new URL("../../go/kyverno", import.meta.url));

/** Folders of Kyverno's own CRDs, without those of other projects that only its reports need. */
const crdFolders = ["kyverno", "policies.kyverno.io", "policyreport", "reports"];

/** Milliseconds within which the API server serves a kind. */
const patience = 120_000;

/** The CRDs lie in the module that the controller is built from; a file is named `group_plural.yaml`. */
export async function applyKyvernoCrds(cluster: Cluster, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const found = await runGo(["mod", "download", "-json", "github.com/kyverno/kyverno"], { folder: goModule, env });
  if (found.code !== 0) throw new Error(`the CRDs of kyverno are not there: ${found.stderr.trim()}`);
  const { Dir: root } = JSON.parse(found.stdout) as { readonly Dir: string };
  const names: string[] = [];
  for (const folder of crdFolders.map((each) => join(root, "config", "crds", each))) {
    for (const file of readdirSync(folder).filter((each) => each.endsWith(".yaml"))) {
      const [group = "", plural = ""] = file.slice(0, -".yaml".length).split("_");
      const name = `${plural}.${group}`;
      const path = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}?fieldManager=writ&force=true`;
      const text = readFileSync(join(folder, file), "utf8");
      const answer = await cluster.client.send("PATCH", path, text, "application/apply-patch+yaml");
      if (answer.status >= 300) throw new Error(`the CRD ${name} is refused: ${messageOf(answer)}`);
      names.push(name);
    }
  }
  for (const name of names) await established(cluster, name);
}

/** Waits until the API server serves a kind that a CRD defines: it is established a moment before discovery tells of it. */
export async function established(cluster: Cluster, name: string): Promise<void> {
  const path = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`;
  const isServed = async (): Promise<boolean> => {
    const { body } = await cluster.client.send("GET", path);
    const { conditions } = (body["status"] ?? {}) as { readonly conditions?: readonly Condition[] | null };
    if (!(conditions ?? []).some(({ type, status }) => type === "Established" && status === "True")) return false;
    const { group, names, versions } = body["spec"] as unknown as Definition;
    const served = versions.filter((version) => version.served);
    const lists = await Promise.all(
      served.map((version) => cluster.client.send("GET", `/apis/${group}/${version.name}`)),
    );
    return lists.every((list) => {
      const { resources } = list.body as { readonly resources?: readonly { readonly name: string }[] };
      return (resources ?? []).some((resource) => resource.name === names.plural);
    });
  };
  await until(`the kind of the CRD ${name} is served`, isServed, cluster.server, patience);
}

interface Definition {
  readonly group: string;
  readonly names: { readonly plural: string };
  readonly versions: readonly { readonly name: string; readonly served: boolean }[];
}

interface Condition {
  readonly type: string;
  readonly status: string;
}
