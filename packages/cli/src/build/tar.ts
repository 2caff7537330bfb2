import { gzipSync } from "node:zlib";

const blockSize = 512;
/** POSIX allows 100 bytes for a name and 155 for the folders before it. */
const nameLength = 100;
const prefixLength = 155;

/**
 * A gzipped ustar archive of files, by path, in the order of their names. No clock, owner or machine goes in: equal files
 * give equal bytes.
 */
export function tarball(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (const path of Object.keys(files).sort()) {
    const content = files[path] ?? new Uint8Array();
    blocks.push(header(path, content.length), content, new Uint8Array(padding(content.length)));
  }
  blocks.push(new Uint8Array(2 * blockSize));
  const zipped = gzipSync(Buffer.concat(blocks), { level: 9 });
  // Byte 9 names the operating system that zipped: "unknown" everywhere.
  zipped[9] = 255;
  return zipped;
}

function padding(length: number): number {
  return (blockSize - (length % blockSize)) % blockSize;
}

function header(path: string, size: number): Uint8Array {
  const block = Buffer.alloc(blockSize);
  const { name, prefix } = splitPath(path);
  block.write(name, 0, "utf8");
  block.write("0000644\0", 100);
  block.write("0000000\0", 108);
  block.write("0000000\0", 116);
  block.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  block.write("00000000000\0", 136);
  block.write("        ", 148);
  block.write("0", 156);
  block.write("ustar\0" + "00", 257);
  block.write(prefix, 345, "utf8");
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

function splitPath(path: string): { readonly name: string; readonly prefix: string } {
  if (Buffer.byteLength(path) <= nameLength) return { name: path, prefix: "" };
  for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) {
    const prefix = path.slice(0, slash);
    const name = path.slice(slash + 1);
    if (Buffer.byteLength(name) <= nameLength && Buffer.byteLength(prefix) <= prefixLength) return { name, prefix };
  }
  throw new Error(`a path is too long for an archive: ${path}`);
}
