/** Go programs compiled to WebAssembly, with the Go release that their module pins: another one makes other bytes. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** A package of Go's standard library of which a program needs little, as files of its own. */
export interface Standin {
  /** Its import path. */
  readonly name: string;
  /** The folder of its files. */
  readonly folder: string;
  /** Files of Go's own package that stay. */
  readonly kept: readonly string[];
}

/** The program of a folder as a WASI reactor. */
export function compileProgram(source: string, standins: readonly Standin[] = []): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "go-wasm-"));
  try {
    const path = join(folder, "program.wasm");
    const overlay = join(folder, "overlay.json");
    writeFileSync(overlay, JSON.stringify({ Replace: Object.assign({}, ...standins.map(replaced)) }));
    const flags = ["-buildmode=c-shared", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid="];
    flags.push(`-overlay=${overlay}`);
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

/** What the compiler is to read for each file of a package; nothing for most. */
function replaced({ name, folder, kept }: Standin): Record<string, string> {
  const own = join(execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim(), "src", name);
  const removed = readdirSync(own).filter((file) => file.endsWith(".go") && !kept.includes(file));
  return Object.fromEntries([
    ...removed.map((file) => [join(own, file), ""]),
    ...readdirSync(folder).map((file) => [join(own, file), join(folder, file)]),
  ]);
}
