/** The Go program as a WebAssembly module that has already started. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Instance } from "../src/instance.ts";
import { compileProgram } from "./go.ts";
import { snapshot } from "./snapshot.ts";

const WARM_UP = new URL("./warm-up.yaml", import.meta.url);
/** The folder of the Go program. */
export const SOURCE = fileURLToPath(new URL("../go", import.meta.url));

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
  return snapshot(compileProgram(SOURCE), (started) => {
    const instance = Instance.of(started);
    instance.addBuiltIns(definitions);
    const manifests = readFileSync(WARM_UP, "utf8");
    instance.create({ strict: true });
    instance.validate(manifests);
    instance.validate(BROKEN);
    instance.settle();
    // The stack has shrunk and the allocator has nothing at hand, which a run would have to make good.
    instance.create({ strict: true });
    instance.validate(manifests.split("\n---\n").find((document) => document.includes("kind: Deployment"))!);
  });
}
