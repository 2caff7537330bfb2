import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Cluster } from "../src/cluster/start.js";
import { until } from "../src/cluster/server.js";
import type { JsonObject } from "../src/engine.js";

/** Sees each new object as the API server hands it to admission policies, and lets all of them pass. */
export interface Onlooker {
  /** The object of the request with this field manager. The API server hands over no policies, bindings and webhooks. */
  readonly seen: (fieldManager: string) => JsonObject | undefined;
  readonly close: () => Promise<void>;
}

interface Review {
  readonly request: {
    readonly uid: string;
    readonly object: JsonObject;
    readonly options: { readonly fieldManager?: string };
  };
}

const name = "onlooker.writ.example.com";

/** A webhook on loopback, with the certificate that the API server made for itself. */
export async function openOnlooker(cluster: Cluster): Promise<Onlooker> {
  const objects = new Map<string, JsonObject>();
  const certificate = readFileSync(join(cluster.folder, "apiserver.crt"));
  const key = readFileSync(join(cluster.folder, "apiserver.key"));
  const server = createServer({ cert: certificate, key }, (request, answer) => {
    let text = "";
    request.setEncoding("utf8").on("data", (part: string) => (text += part));
    request.on("end", () => {
      const { uid, object, options } = (JSON.parse(text) as Review).request;
      objects.set(options.fieldManager ?? "", object);
      answer.setHeader("content-type", "application/json");
      const response = { uid, allowed: true };
      answer.end(JSON.stringify({ apiVersion: "admission.k8s.io/v1", kind: "AdmissionReview", response }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const refusal = await cluster.apply(configuration(port, certificate.toString("base64")));
  if (refusal !== undefined) throw new Error(refusal);
  const probe = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "probe" } };
  const path = "/api/v1/namespaces/default/configmaps?dryRun=All&fieldManager=probe";
  const isCalled = async (): Promise<boolean> => {
    await cluster.client.send("POST", path, probe);
    return objects.has("probe");
  };
  await until("the webhook is called", isCalled, cluster.server, 20_000);
  return {
    seen: (fieldManager) => objects.get(fieldManager),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function configuration(port: number, caBundle: string): JsonObject {
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingWebhookConfiguration",
    metadata: { name },
    webhooks: [
      {
        name,
        clientConfig: { url: `https://127.0.0.1:${String(port)}/`, caBundle },
        rules: [{ apiGroups: ["*"], apiVersions: ["*"], operations: ["CREATE"], resources: ["*"], scope: "*" }],
        matchPolicy: "Exact",
        failurePolicy: "Fail",
        sideEffects: "None",
        admissionReviewVersions: ["v1"],
      },
    ],
  };
}
