/**
 * Records what the releases of Falco's charts set where the values do not, as far as it decides on names, rules, sources
 * and routes: the data of src/stack/deploy/chart. A release has only what differs from the one before, and null for what
 * it no longer has, so that it is laid over that as Helm lays values.
 *
 *     npx tsx scripts/helm-defaults.ts CHARTS
 *
 * CHARTS is a folder with a folder `falco-VERSION` for every release, with its dependencies in `charts/`.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { compareVersions } from "../src/falco/catalog/versions.ts";

const DEFAULTS = new URL("../src/stack/deploy/chart/defaults.json", import.meta.url);

type Tree = Record<string, unknown>;

/** Paths in the values of Falco's chart; `falco` has the settings of falco.yaml. */
const FALCO = [
  "image.registry",
  "image.repository",
  "driver.enabled",
  "driver.kind",
  "driver.sysfsMountPath",
  "driver.ebpf.leastPrivileged",
  "driver.ebpf.hostNetwork",
  "driver.modernEbpf.leastPrivileged",
  "driver.modernEbpf.sysfsMount",
  "driver.loader.enabled",
  "driver.loader.initContainer.image",
  "collectors",
  "falcoctl.image",
  "falcoctl.artifact.install.enabled",
  "falcoctl.artifact.follow.enabled",
  "falcoctl.config.artifact",
  "serviceAccount.create",
  "serviceAccount.name",
  "rbac.create",
  "controller",
  "metrics.enabled",
  "metrics.service.create",
  "metrics.service.ports",
  "falcosidekick.enabled",
  "falcosidekick.fullfqdn",
  "falcoHostnameEnv",
  "resources",
  "tolerations",
  "extra",
  "mounts",
  ...[
    "config_files",
    "engine.kind",
    "file_output.enabled",
    "file_output.filename",
    "grpc.enabled",
    "grpc.bind_address",
    "grpc_output.enabled",
    "http_output.enabled",
    "http_output.url",
    "json_output",
    "load_plugins",
    "metrics.enabled",
    "plugins",
    "priority",
    "program_output.enabled",
    "program_output.program",
    "rules_file",
    "rules_files",
    "stdout_output.enabled",
    "syscall_event_drops.actions",
    "syslog_output.enabled",
    "webserver.enabled",
    "webserver.listen_port",
    "webserver.k8s_healthz_endpoint",
    "webserver.prometheus_metrics_enabled",
  ].map((setting) => `falco.${setting}`),
];

const SIDEKICK = [
  "image",
  "replicaCount",
  "service.port",
  "webui.enabled",
  "webui.service.port",
  "config.existingSecret",
  "config.tlsserver.deploy",
  "config.tlsserver.notlsport",
  "config.tlsserver.notlspaths",
];

interface Defaults {
  readonly falco: readonly { readonly since: string; readonly sidekick: string; readonly values: Tree }[];
  readonly sidekick: readonly {
    readonly since: string;
    readonly values: Tree;
    /** Paths under `config` that become variables of the same name, with underscores. */
    readonly variables: readonly string[];
  }[];
}

const [charts] = process.argv.slice(2);
if (charts === undefined) throw new Error("say where the charts are: helm-defaults.ts CHARTS");
const { falco, sidekick } = readDefaults(charts);
writeFileSync(
  DEFAULTS,
  `{\n  "falco": [\n${lines(falco)}\n  ],\n  "sidekick": [\n${lines(sidekick)}\n  ]\n}\n`,
);

function lines(list: readonly unknown[]): string {
  return list.map((item) => `    ${JSON.stringify(item)}`).join(",\n");
}

/** @param charts a folder with a folder `falco-VERSION` for each release */
function readDefaults(charts: string): Defaults {
  const versions = readdirSync(charts)
    .flatMap((name) => /^falco-(\d+\.\d+\.\d+)$/.exec(name)?.[1] ?? [])
    .sort(compareVersions);
  const falco: Defaults["falco"][number][] = [];
  const sidekicks = new Map<string, Defaults["sidekick"][number]>();
  for (const version of versions) {
    const folder = path.join(charts, `falco-${version}`);
    const inner = path.join(folder, "charts/falcosidekick");
    const { version: sidekick } = read(path.join(inner, "Chart.yaml")) as { version: string };
    const values = pick(read(path.join(folder, "values.yaml")), FALCO);
    falco.push({ since: version, sidekick, values });
    sidekicks.set(sidekick, {
      since: sidekick,
      values: pick(read(path.join(inner, "values.yaml")), SIDEKICK),
      variables: variablesIn(inner),
    });
  }
  const inOrder = [...sidekicks.values()].sort((a, b) => compareVersions(a.since, b.since));
  return { falco: changes(falco), sidekick: changes(inOrder) };
}

function changes<T extends { since: string; values: Tree }>(list: readonly T[]): T[] {
  const content = ({ since: _, ...rest }: T) => JSON.stringify(rest);
  return list
    .map((item, index) => ({ item, before: list[index - 1] }))
    .filter(({ item, before }) => before === undefined || content(item) !== content(before))
    .map(({ item, before }) => ({ ...item, values: difference(before?.values ?? {}, item.values) }));
}

/** What, laid over `base`, makes `other`. */
function difference(base: Tree, other: Tree): Tree {
  const changed: Tree = {};
  for (const key of Object.keys(base)) if (!(key in other)) changed[key] = null;
  for (const [key, value] of Object.entries(other)) {
    const old = base[key];
    if (isTree(value) && isTree(old)) {
      const inner = difference(old, value);
      if (Object.keys(inner).length > 0) changed[key] = inner;
    } else if (JSON.stringify(value) !== JSON.stringify(old)) changed[key] = value;
  }
  return changed;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The settings that the templates put into the Secret and the Deployment. */
function variablesIn(folder: string): string[] {
  const names = ["secrets.yaml", "deployment.yaml"];
  const files = names.map((name) => path.join(folder, "templates", name)).filter((file) => existsSync(file));
  const found = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\.Values\.config\.([\w.]+)/g)].map(([, name]) => name!),
  );
  const text = files.map((file) => readFileSync(file, "utf8")).join("");
  return [...new Set(found)].filter((name) => text.includes(variableOf(name))).sort();
}

function variableOf(setting: string): string {
  return setting.replaceAll(".", "_").toUpperCase();
}

function read(file: string): Tree {
  return parse(readFileSync(file, "utf8")) as Tree;
}

function pick(tree: Tree, paths: readonly string[]): Tree {
  const picked: Tree = {};
  for (const name of paths) {
    const steps = name.split(".");
    const value = steps.reduce<unknown>((node, step) => (node as Tree | undefined)?.[step], tree);
    if (value === undefined) continue;
    let target = picked;
    for (const step of steps.slice(0, -1)) {
      target[step] ??= {};
      target = target[step] as Tree;
    }
    target[steps.at(-1)!] = value;
  }
  return picked;
}
