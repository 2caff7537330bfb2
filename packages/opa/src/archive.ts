import { gunzipSync } from "node:zlib";

const block = 512;

/**
 * The content of one file of a .tar.gz in memory, or undefined when it holds no such file. Reads what OPA's bundle writer writes:
 * plain ustar entries with short names.
 */
export function fileInArchive(archive: Uint8Array, name: string): Uint8Array | undefined {
  const bytes = gunzipSync(archive);
  for (let at = 0; at + block <= bytes.length;) {
    const entry = textUntilNul(bytes.subarray(at, at + 100));
    if (entry === "") return undefined;
    const size = Number.parseInt(textUntilNul(bytes.subarray(at + 124, at + 136)).trim(), 8);
    const start = at + block;
    if (entry.replace(/^\.?\//, "") === name) return new Uint8Array(bytes.subarray(start, start + size));
    at = start + Math.ceil(size / block) * block;
  }
  return undefined;
}

function textUntilNul(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString("latin1", 0, end === -1 ? field.length : end);
}
