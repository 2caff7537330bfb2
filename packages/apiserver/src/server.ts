import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Admission, type JsonObject, type NewObject, type Response, admissionOf } from "./admission.js";
import { type ModuleOptions, type Unavailable, apiServerModule, kubernetesVersion } from "./module.js";

export type ApiServerOptions = ModuleOptions;

/** The API server's code, ready to answer. `close` ends its process. */
export interface ApiServer {
  /** The version of Kubernetes whose code it is. */
  readonly kubernetes: string;
  /** Teaches it the kinds of CustomResourceDefinitions. What it does not take says why, in the order of the definitions. */
  readonly define: (definitions: readonly JsonObject[]) => Promise<readonly Admission[]>;
  /** What it makes of documents, in their order. */
  readonly admit: (documents: readonly NewObject[]) => Promise<readonly Admission[]>;
  /** The same as a client gets it back: stored and read again, which applies the defaults once more. A policy sees it before that. */
  readonly store: (documents: readonly NewObject[]) => Promise<readonly Admission[]>;
  readonly close: () => void;
}

/**
 * Starts the API server's code; the first time ever this builds it. Rejected promises of the server mean that its process ended, which is
 * a bug.
 *
 * @example
 * const server = await openApiServer();
 * if ("message" in server) throw new Error(server.message);
 * const [pod] = await server.admit([{ object: { apiVersion: "v1", kind: "Pod", metadata: { name: "a" } }, namespace: "b" }]);
 */
export async function openApiServer(options: ApiServerOptions = {}): Promise<ApiServer | Unavailable> {
  const file = await apiServerModule(options);
  if (typeof file !== "string") return file;
  const ask = openHost(file);
  return {
    kubernetes: kubernetesVersion(options),
    define: async (definitions) => (await ask.send({ definitions, documents: [] })).definitions.map(admissionOf),
    admit: async (documents) => (await ask.send({ documents })).documents.map(admissionOf),
    store: async (documents) => (await ask.send({ documents, stored: true })).documents.map(admissionOf),
    close: ask.close,
  };
}

interface Host {
  readonly send: (request: object) => Promise<Response>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (response: Response) => void;
  readonly reject: (error: Error) => void;
}

/** Answers come in the order of the requests. */
function openHost(file: string): Host {
  const child = startHost(file);
  const waiting: Waiting[] = [];
  let ended: Error | undefined;
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (complaint = (complaint + text).slice(-4000)));
  child.on("message", (text: string) => waiting.shift()?.resolve(JSON.parse(text) as Response));
  const end = (reason: string): void => {
    ended ??= new Error(`the API server's code ended without an answer: ${reason}`);
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  child.on("error", (error) => end(error.message));
  child.on("close", (code) => end(complaint.trim() || `exit code ${code ?? "unknown"}`));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        waiting.push({ resolve, reject });
        // A request that cannot be sent finds the process dead, which `close` reports.
        child.send(JSON.stringify(request), () => undefined);
      }),
    close: () => {
      if (child.connected) child.disconnect();
    },
  };
}

/** Most of the code runs once for a document: V8's baseline compiler starts it in half the time, and keeps up. */
function startHost(file: string): ChildProcess {
  const { NODE_OPTIONS: _inherited, ...environment } = process.env;
  return fork(fileURLToPath(new URL("wasi-host.js", import.meta.url)), [file], {
    execArgv: ["--disable-warning=ExperimentalWarning", "--liftoff-only"],
    env: environment,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    serialization: "advanced",
  });
}
