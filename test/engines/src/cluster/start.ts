import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtProgram, type BuildOptions } from "../build/build.js";
import type { AdmissionRequest, JsonObject } from "../engine.js";
import type { AdmissionVerdict } from "./admission.js";
import { admit } from "./admit.js";
import { openApiClient, type ApiClient } from "./client.js";
import { enforcePolicies, type Enforced } from "./enforce.js";
import { freePorts } from "./ports.js";
import { discoverResources } from "./resources.js";
import { startServer, until, type Server } from "./server.js";
import { applyObject, removeObject, type Session } from "./session.js";
import { storeObject } from "./store.js";

/** etcd and kube-apiserver on loopback: admission, RBAC and CRDs, without nodes, controllers or a scheduler. */
export interface Cluster {
  readonly version: string;
  readonly client: ApiClient;
  /** A kubeconfig of an administrator. */
  readonly kubeconfig: string;
  /** The API server's process. */
  readonly server: Server;
  /** A folder that goes when the cluster is closed. */
  readonly folder: string;
  /** Server-side apply. The reason when the server refuses the object. */
  readonly apply: (object: JsonObject) => Promise<string | undefined>;
  readonly remove: (object: JsonObject) => Promise<void>;
  /**
   * Applies ValidatingAdmissionPolicies and their bindings and waits until the server judges by all of them. Throws when the server
   * refuses one.
   */
  readonly enforce: (objects: readonly JsonObject[]) => Promise<Enforced>;
  /**
   * Stores an object, for updates to start from, with its ephemeral containers and being deleted if it says so. The verdict is that on
   * its creation; policies in force judge it too.
   */
  readonly store: (object: JsonObject) => Promise<AdmissionVerdict>;
  /**
   * A dry run of the request. Its namespace is made first. UPDATE and DELETE need an object that was stored; a PUT to a subresource
   * is an UPDATE with `subresource`.
   */
  readonly admit: (request: AdmissionRequest) => Promise<AdmissionVerdict>;
  readonly close: () => Promise<void>;
}

/** Starts a cluster in an empty folder, in about three seconds. Throws when a program cannot be built or does not get ready. */
export async function startCluster(options: BuildOptions = {}): Promise<Cluster> {
  const etcd = await builtProgram("etcd", options);
  const apiserver = await builtProgram("kube-apiserver", options);
  const folder = mkdtempSync(join(tmpdir(), "writ-cluster-"));
  const servers: Server[] = [];
  const close = async (): Promise<void> => {
    for (const server of servers.reverse()) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [clientPort, peerPort, port] = (await freePorts(3)) as [number, number, number];
    servers.push(startEtcd(etcd.file, folder, clientPort, peerPort));
    const token = randomBytes(16).toString("hex");
    const server = startApiserver(apiserver.file, folder, { etcd: clientPort, port, token });
    servers.push(server);
    const client = await connect(server, folder, port, token);
    const session: Session = { client, resources: discoverResources(client), namespaces: new Set(["default"]) };
    await applyObject(session, { apiVersion: "v1", kind: "Namespace", metadata: { name: "default" } });
    return {
      version: apiserver.version,
      client,
      kubeconfig: writeKubeconfig(folder, port, token),
      server,
      folder,
      apply: (object) => applyObject(session, object),
      remove: (object) => removeObject(session, object),
      enforce: (objects) => enforcePolicies(session, server, objects),
      store: (object) => storeObject(session, object),
      admit: (request) => admit(session, request),
      close: async () => {
        client.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function startEtcd(file: string, folder: string, clientPort: number, peerPort: number): Server {
  const client = `http://127.0.0.1:${clientPort}`;
  const peer = `http://127.0.0.1:${peerPort}`;
  const urls = [
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
  ];
  // What is stored need not outlive the process.
  const args = [`--data-dir=${join(folder, "etcd")}`, "--unsafe-no-fsync", "--log-level=warn", ...urls];
  return startServer({ name: "etcd", file, args, log: join(folder, "etcd.log") });
}

interface ApiserverOptions {
  readonly etcd: number;
  readonly port: number;
  readonly token: string;
}

function startApiserver(file: string, folder: string, { etcd, port, token }: ApiserverOptions): Server {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const args = [
    `--etcd-servers=http://127.0.0.1:${etcd}`,
    "--bind-address=127.0.0.1",
    "--advertise-address=127.0.0.1",
    `--secure-port=${port}`,
    `--cert-dir=${folder}`,
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${write("service-account.pub", publicKey)}`,
    `--service-account-signing-key-file=${write("service-account.key", privateKey)}`,
    "--service-cluster-ip-range=10.0.0.0/24",
    "--authorization-mode=RBAC",
    `--token-auth-file=${write("tokens.csv", `${token},admin,admin,"system:masters"\n`)}`,
    // A policy must see the privileged Pods that it is to deny.
    "--allow-privileged=true",
    // No controller makes the default account of a namespace.
    "--disable-admission-plugins=ServiceAccount",
    "--endpoint-reconciler-type=none",
  ];
  return startServer({ name: "kube-apiserver", file, args, log: join(folder, "kube-apiserver.log") });
}

/** The server writes its certificate before it listens. */
async function connect(server: Server, folder: string, port: number, token: string): Promise<ApiClient> {
  const certificateFile = join(folder, "apiserver.crt");
  const attempt = async (): Promise<ApiClient | undefined> => {
    try {
      const client = openApiClient({ port, token, certificate: readFileSync(certificateFile, "utf8") });
      const { status } = await client.send("GET", "/readyz");
      if (status === 200) return client;
      client.close();
    } catch {
      // Not yet there, or not yet listening.
    }
    return undefined;
  };
  const found: { client?: ApiClient } = {};
  const isReady = async (): Promise<boolean> => {
    const client = await attempt();
    if (client !== undefined) found.client = client;
    return client !== undefined;
  };
  await until("kube-apiserver is ready", isReady, server, 120_000);
  if (found.client === undefined) throw new Error("kube-apiserver was ready and is not");
  return found.client;
}

function writeKubeconfig(folder: string, port: number, token: string): string {
  const file = join(folder, "kubeconfig.json");
  const cluster = { server: `https://127.0.0.1:${port}`, "certificate-authority": join(folder, "apiserver.crt") };
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "cluster", cluster }],
    users: [{ name: "admin", user: { token } }],
    contexts: [{ name: "context", context: { cluster: "cluster", user: "admin" } }],
    "current-context": "context",
  };
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
  return file;
}
