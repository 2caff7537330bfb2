/**
 * The process that `openApiServer` forks: it holds the WASI module and answers each message, a request as JSON text, with the response as
 * JSON text. A process of its own keeps the module's memory out of the command's, and takes V8 flags that must not hold for the rest of it.
 */
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

/** What go/admit/exports_wasip1.go exports. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly receive: (length: number) => number;
  readonly admit: () => number;
  readonly response: () => number;
}

async function load(file: string): Promise<Exports> {
  const wasi = new WASI({ version: "preview1", args: [file], env: {} });
  const module = await WebAssembly.compile(await readFile(file));
  const instance = await WebAssembly.instantiate(module, wasi.getImportObject() as WebAssembly.Imports);
  wasi.initialize(instance);
  return instance.exports as unknown as Exports;
}

function answer(server: Exports, request: string): string {
  const bytes = Buffer.from(request);
  const address = server.receive(bytes.length) >>> 0;
  new Uint8Array(server.memory.buffer).set(bytes, address);
  const length = server.admit();
  return Buffer.from(server.memory.buffer, server.response() >>> 0, length).toString();
}

const file = process.argv[2];
if (file === undefined) throw new Error("usage: wasi-host FILE");
const loading = load(file);
process.on("message", (request: string) => {
  void loading.then((server) => process.send?.(answer(server, request)));
});
