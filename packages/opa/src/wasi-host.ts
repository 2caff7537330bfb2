/**
 * Runs a WASI module on the standard streams of this process, which `openWasiCompiler` starts. A process of its own keeps the
 * module's memory out of the command's, and takes V8 flags that must not hold for the rest of it.
 */
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const file = process.argv[2];
if (file === undefined) throw new Error("usage: wasi-host FILE");
const wasi = new WASI({ version: "preview1", args: [file], env: {}, returnOnExit: true });
const module = await WebAssembly.compile(await readFile(file));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject() as WebAssembly.Imports));
