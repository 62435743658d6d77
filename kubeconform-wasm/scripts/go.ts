/** Go programs compiled to WebAssembly, with the Go release that their module pins: another one makes other bytes. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The environment in which a module is built for WebAssembly, whatever the machine's own says. */
export const WASM = {
  GOOS: "wasip1",
  GOARCH: "wasm",
  GOWASM: "",
  GOFLAGS: "",
  GOWORK: "off",
  GOTOOLCHAIN: "local",
} as const;

/** The Go release on this machine, or undefined where there is none. */
export function installedGo(): string | undefined {
  try {
    return execFileSync("go", ["env", "GOVERSION"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return undefined;
  }
}

/**
 * Why the program of these modules cannot be made on this machine, or undefined.
 *
 * @param folders of Go modules, of which the first pins the release
 */
export function obstacle(...folders: readonly [string, ...string[]]): string | undefined {
  const go = installedGo();
  const pinned = pinnedGo(folders[0]);
  if (go !== pinned) return `${pinned} is needed and this machine has ${go ?? "no Go"}`;
  try {
    for (const cwd of folders) execFileSync("go", ["mod", "download"], { cwd, stdio: "ignore" });
    return undefined;
  } catch {
    return "the Go modules cannot be downloaded";
  }
}

function pinnedGo(folder: string): string {
  const [, version] = /^toolchain (\S+)$/m.exec(readFileSync(join(folder, "go.mod"), "utf8")) ?? [];
  if (!version) throw new Error("go.mod has no toolchain line");
  return version;
}

/** The program of a folder as a WASI reactor. */
export function compileProgram(source: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "go-wasm-"));
  try {
    const path = join(folder, "program.wasm");
    const flags = ["-buildmode=c-shared", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid="];
    execFileSync("go", ["build", ...flags, "-o", path, "."], {
      cwd: source,
      env: { ...process.env, ...WASM },
      stdio: "inherit",
    });
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
