/** Go modules as sources: downloaded through the ordinary `go` command, which checks their sums. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The versions that the schemas are made from: the newest patch release of each minor version. */
export const KUBERNETES = [
  "1.37.2",
  "1.36.3",
  "1.35.4",
  "1.34.4",
  "1.33.13",
  "1.32.13",
  "1.31.14",
  "1.30.14",
  "1.29.6",
] as const;

/** The life cycle of an API is marked in its Go types; old releases know what newer ones have dropped. */
export const LIFE_CYCLE_MODULES = [
  "k8s.io/api@v0.20.6",
  "k8s.io/api@v0.24.3",
  "k8s.io/api@v0.27.3",
  "k8s.io/api@v0.29.15",
  "k8s.io/api@v0.31.14",
  "k8s.io/api@v0.33.13",
  "k8s.io/api@v0.35.10",
  "k8s.io/apiextensions-apiserver@v0.29.6",
  "k8s.io/kube-aggregator@v0.29.6",
  "k8s.io/api@v0.37.2",
];

export const PROMETHEUS_OPERATOR = "github.com/prometheus-operator/prometheus-operator@v0.85.0";

/** The folder that holds a module's files. */
export function moduleFolder(module: string): string {
  const folder = mkdtempSync(join(tmpdir(), "modules-"));
  try {
    writeFileSync(join(folder, "go.mod"), "module sources\n\ngo 1.26\n");
    const answer = execFileSync("go", ["mod", "download", "-json", module], {
      cwd: folder,
      encoding: "utf8",
    });
    return (JSON.parse(answer) as { Dir: string }).Dir;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
