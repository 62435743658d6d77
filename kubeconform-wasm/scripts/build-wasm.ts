/** The Go program as a WebAssembly module that has already started. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Instance } from "../src/instance.ts";
import { snapshot } from "./snapshot.ts";

const SOURCE = fileURLToPath(new URL("../go", import.meta.url));

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

/** What the warm-up makes the program do once: reading, both kinds of answer, each way to read YAML. */
const WARM_UP = `apiVersion: example.com/v1
kind: Example
metadata:
  name: warm-up
  labels: {on: "true", 1: "x"}
spec:
  text: |
    several
    lines
  numbers: [1, -2.5, 0x10, 1e3]
  flags: [true, no, null, ~]
---
{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "example.com/v1", "kind": "Example", "spec": 1}]}
`;

const WARM_UP_DEFINITIONS = `example.com/v1/Example\t>Example
Example\t{"type":["object","null"],"properties":{"spec":{"definition":"Spec!"},"metadata":{"definition":"Metadata"}},"required":["other"]}
Spec\t{"type":["object","null"],"properties":{"text":{"type":"string","pattern":"^a","enum":["x"]},"numbers":{"type":"array","items":{"type":"integer"}}}}
Metadata\t{"type":"object","properties":{"labels":{"type":"object","additionalProperties":{"type":"string"}}},"additionalProperties":false}
`;

export function buildWasm(): Uint8Array {
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
      for (const strict of [true, false]) {
        instance.create({ strict });
        instance.addDefinitions(Buffer.from(WARM_UP_DEFINITIONS));
        instance.validate(WARM_UP);
      }
      instance.create({});
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
