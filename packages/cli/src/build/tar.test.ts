import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tarball } from "./tar.js";

describe("tarball", () => {
  const long = `${"folder/".repeat(20)}file.rego`;
  const files = { "b.rego": Buffer.from("package b\n"), "a/empty": new Uint8Array(), [long]: Buffer.alloc(513, "x") };
  it("is what tar reads", () => {
    const folder = mkdtempSync(join(tmpdir(), "writ-tar-"));
    writeFileSync(join(folder, "x.tar.gz"), tarball(files));
    const listing = execFileSync("tar", ["-tzf", "x.tar.gz"], { cwd: folder, encoding: "utf8" });
    expect(listing.trim().split("\n")).toEqual(["a/empty", "b.rego", long]);
    const content = execFileSync("tar", ["-xzOf", "x.tar.gz", long], { cwd: folder, encoding: "utf8" });
    expect(content).toBe("x".repeat(513));
  });
  it("gives equal bytes whatever the order and the time", () => {
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect(Buffer.from(tarball(files)).equals(Buffer.from(tarball(reversed)))).toBe(true);
    expect([...tarball(files).subarray(4, 10)]).toEqual([0, 0, 0, 0, 2, 255]);
  });
});
