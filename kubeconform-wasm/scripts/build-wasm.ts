/** The Go program as a WebAssembly module that has already started. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Instance } from "../src/instance.ts";
import { snapshot } from "./snapshot.ts";

const WARM_UP = new URL("./warm-up.yaml", import.meta.url);
/** The folder of the Go program. */
export const SOURCE = fileURLToPath(new URL("../go", import.meta.url));

/** The Go release that go.mod pins; another one makes other bytes. */
export function pinnedGo(): string {
  const [, version] = /^toolchain (\S+)$/m.exec(readFileSync(join(SOURCE, "go.mod"), "utf8")) ?? [];
  if (!version) throw new Error("go.mod has no toolchain line");
  return version;
}

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

/** Why the assets cannot be made on this machine, or undefined. */
export function obstacle(): string | undefined {
  const go = installedGo();
  if (go !== pinnedGo()) {
    return `${pinnedGo()} is needed and this machine has ${go ?? "no Go"}`;
  }
  try {
    execFileSync("go", ["mod", "download"], { cwd: SOURCE, stdio: "ignore" });
    return undefined;
  } catch {
    return "the Go modules cannot be downloaded";
  }
}

/** Beside the manifests of warm-up.yaml, what makes the program build an error of every kind once. */
const BROKEN = `apiVersion: v1
kind: Service
metadata: {name: 1, lables: {}}
spec: {type: 1, ports: [{}]}
---
apiVersion: v1
kind: Unknown
---
a: b
---
a: [
`;

/** @param definitions what is built in: see lines.ts. */
export function buildWasm(definitions: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "kubeconform-wasm-"));
  try {
    const path = join(folder, "program.wasm");
    const flags = ["-buildmode=c-shared", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid="];
    execFileSync("go", ["build", ...flags, "-o", path, "."], {
      cwd: SOURCE,
      env: {
        ...process.env,
        GOOS: "wasip1",
        GOARCH: "wasm",
        GOWASM: "",
        GOFLAGS: "",
        GOWORK: "off",
        GOTOOLCHAIN: "local",
      },
      stdio: "inherit",
    });
    return snapshot(readFileSync(path), (started) => {
      const instance = Instance.of(started);
      instance.addBuiltIns(definitions);
      const manifests = readFileSync(WARM_UP, "utf8");
      instance.create({ strict: true });
      instance.validate(manifests);
      instance.validate(BROKEN);
      instance.settle();
      // The stack has shrunk and the allocator has nothing at hand, which a run would have to make good.
      instance.create({ strict: true });
      instance.validate(
        manifests.split("\n---\n").find((document) => document.includes("kind: Deployment"))!,
      );
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
