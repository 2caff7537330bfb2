import { join } from "node:path";
import { builtProgram, type BuildOptions } from "../build/build.js";
import type { JsonObject } from "../engine.js";
import { enforceInKyverno, type Probe } from "./enforce-kyverno.js";
import { applyKyvernoCrds } from "./kyverno-crds.js";
import { freePorts } from "./ports.js";
import { startServer, until } from "./server.js";
import type { Cluster } from "./start.js";

/** Kyverno's admission controller, judging the requests of a cluster. */
export interface KyvernoController {
  readonly version: string;
  /**
   * Applies policies and waits until the dry run of every probe is denied by its policy. Gives what removes them and waits until none is.
   * Throws when the server or Kyverno refuses a policy, or when a probe stays as it is.
   */
  readonly enforce: (policies: readonly JsonObject[], probes: readonly Probe[]) => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
}

const namespace = "kyverno";

/** Milliseconds: certificates and webhooks come from its own controllers, one after the other. */
const startPatience = 120_000;

/** Starts the controller beside a cluster, in about twelve seconds. */
export async function startKyverno(cluster: Cluster, options: BuildOptions = {}): Promise<KyvernoController> {
  const { file, version } = await builtProgram("kyverno", options);
  await applyKyvernoCrds(cluster, options.env);
  await applyConfiguration(cluster);
  const [serverPort, webhookPort] = (await freePorts(2)) as [number, number];
  const server = startServer({
    name: "kyverno",
    file,
    args: flags(cluster.kubeconfig, serverPort, webhookPort),
    env: environment,
    log: join(cluster.folder, "kyverno.log"),
  });
  try {
    await until("kyverno checks policies", () => isReady(cluster), server, startPatience);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    version,
    enforce: (policies, probes) => enforceInKyverno(cluster, server, policies, probes),
    close: () => server.stop(),
  };
}

const environment = {
  KYVERNO_NAMESPACE: namespace,
  KYVERNO_SERVICEACCOUNT_NAME: "kyverno",
  KYVERNO_DEPLOYMENT: "kyverno",
  KYVERNO_POD_NAME: "kyverno-0",
  KYVERNO_SVC: "kyverno-svc",
  INIT_CONFIG: "kyverno",
  METRICS_CONFIG: "kyverno-metrics",
};

function flags(kubeconfig: string, serverPort: number, webhookPort: number): readonly string[] {
  return [
    `--kubeconfig=${kubeconfig}`,
    // The API server calls this address, and not a Service.
    `--serverIP=127.0.0.1:${webhookPort}`,
    "--webhookServerHost=127.0.0.1",
    `--webhookServerPort=${webhookPort}`,
    // It compiles a policy anew while the API server waits: on a busy machine that takes longer than the ten seconds of the default.
    "--webhookTimeout=30",
    "--caSecretName=kyverno-ca",
    "--tlsSecretName=kyverno-tls",
    "--tlsKeyAlgorithm=ECDSA",
    "--backgroundServiceAccountName=system:serviceaccount:kyverno:background",
    "--reportsServiceAccountName=system:serviceaccount:kyverno:reports",
    "--admissionReports=false",
    "--enableReporting=",
    "--disableMetrics=true",
    "--metricsHost=127.0.0.1",
    `--metricsPort=${serverPort}`,
    "--controllerRuntimeMetricsAddress=0",
  ];
}

async function applyConfiguration(cluster: Cluster): Promise<void> {
  const configMap = (name: string, data: JsonObject): JsonObject => ({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name, namespace },
    data,
  });
  const objects: readonly JsonObject[] = [
    { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } },
    configMap("kyverno", { resourceFilters: "[*/*,kyverno,*]" }),
    configMap("kyverno-metrics", {}),
  ];
  for (const object of objects) {
    const refusal = await cluster.apply(object);
    if (refusal !== undefined) throw new Error(refusal);
  }
}

/** Its webhooks are registered before it has read the certificate that it answers with. */
async function isReady(cluster: Cluster): Promise<boolean> {
  const path =
    "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/kyverno-policy-validating-webhook-cfg";
  if ((await cluster.client.send("GET", path)).status !== 200) return false;
  return (await cluster.admit({ operation: "CREATE", object: harmless })).outcome === "allow";
}

const harmless: JsonObject = {
  apiVersion: "policies.kyverno.io/v1",
  kind: "ValidatingPolicy",
  metadata: { name: "writ-ready" },
  spec: {
    matchConstraints: {
      resourceRules: [{ apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["configmaps"] }],
    },
    validations: [{ expression: "true" }],
  },
};
