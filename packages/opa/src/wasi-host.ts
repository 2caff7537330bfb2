/**
 * The process that `openWasiCompiler` forks: it holds OPA's WASI module and answers each message, a request as JSON text, with the
 * response as JSON text. A process of its own keeps the module's memory out of the command's, and takes V8 flags that must not
 * hold for the rest of it.
 */
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

/** What go/compile/exports_wasip1.go exports. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly receive: (length: number) => number;
  readonly compile: () => number;
  readonly response: () => number;
}

async function load(file: string): Promise<Exports> {
  const wasi = new WASI({ version: "preview1", args: [file], env: {} });
  const module = await WebAssembly.compile(await readFile(file));
  const instance = await WebAssembly.instantiate(module, wasi.getImportObject() as WebAssembly.Imports);
  wasi.initialize(instance);
  return instance.exports as unknown as Exports;
}

function answer(opa: Exports, request: string): string {
  const bytes = Buffer.from(request);
  const address = opa.receive(bytes.length) >>> 0;
  new Uint8Array(opa.memory.buffer).set(bytes, address);
  const length = opa.compile();
  return Buffer.from(opa.memory.buffer, opa.response() >>> 0, length).toString();
}

const file = process.argv[2];
if (file === undefined) throw new Error("usage: wasi-host FILE");
const loading = load(file);
process.on("message", (request: string) => {
  void loading.then((opa) => process.send?.(answer(opa, request)));
});
