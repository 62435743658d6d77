/**
 * Records what `helm template` makes of the values of the pack, for every choice of platform and layers: tests hold the model of
 * the chart against it.
 *
 *     npx tsx scripts/record-layers.ts CHART && npx biome format --write test/policies/helm-layers.json
 *
 * CHART is the folder of the official chart `falco` with its dependencies in `charts`; `helm` is on the PATH.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse, parseAllDocuments } from "yaml";

const root = path.join(import.meta.dirname, "..");
const folder = path.join(root, "policies/falco");
const chart = process.argv[2] ?? "";
const choices = [[], ["core"], ["audit"], ["core", "audit"], ["core", "strict"], ["core", "audit", "strict"]];

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** What Falco reads in its container: its configuration, and the files below `/etc/falco`. */
function deploymentOf(manifests: string) {
  const objects = parseAllDocuments(manifests).map((document) => document.toJS());
  const maps = new Map(
    objects
      .filter((one) => one?.kind === "ConfigMap")
      .map(({ metadata, data }) => [metadata.name, data ?? {}]),
  );
  const { volumes, containers } = objects.find((one) => one?.kind === "DaemonSet").spec.template.spec;
  const { volumeMounts } = containers.find(({ name }: { name: string }) => name === "falco");
  const files: Record<string, string> = {};
  const mounts: string[] = [];
  let config: { readonly rules_files?: unknown; readonly rules?: unknown } | undefined;
  for (const { name, mountPath, subPath } of volumeMounts) {
    const volume = volumes.find((one: { name: string }) => one.name === name);
    const map = volume.configMap?.name;
    mounts.push(subPath === undefined ? mountPath : `${mountPath} ${subPath}`);
    for (const [key, text] of Object.entries(maps.get(map) ?? {})) {
      const items = volume.configMap.items?.map((item: { key: string }) => item.key);
      if (items !== undefined && !items.includes(key)) continue;
      if (key === "falco.yaml") config = parse(text as string);
      else files[path.posix.join(mountPath, subPath === key ? "" : key)] = hash(text as string);
    }
  }
  return { mounts: mounts.sort(), files, rulesFiles: config?.rules_files, selection: config?.rules };
}

const recorded: Record<string, unknown> = {};
for (const platform of [undefined, ...readdirSync(path.join(folder, "platforms")).sort()]) {
  for (const layers of choices) {
    const parts = [
      ...(platform === undefined ? [] : [`platforms/${platform}`]),
      ...layers.map((layer) => `layers/${layer}`),
    ];
    const values = ["values-production.yaml", ...parts.map((part) => `${part}/values.yaml`)];
    const args = values.flatMap((file) => ["-f", path.join(folder, file)]);
    const manifests = execFileSync("helm", ["template", "falco", chart, "-n", "falco-system", ...args], {
      encoding: "utf8",
      maxBuffer: 50 * 1024 * 1024,
    });
    recorded[[platform ?? "none", ...layers].join(" + ")] = deploymentOf(manifests);
  }
}
const lines = Object.entries(recorded).map(
  ([name, one]) => `${JSON.stringify(name)}: ${JSON.stringify(one)}`,
);
writeFileSync(path.join(root, "test/policies/helm-layers.json"), `{\n${lines.join(",\n")}\n}\n`);
console.log(`${Object.keys(recorded).length} combinations`);
