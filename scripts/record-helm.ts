/**
 * Records for the test of src/stack/deploy/chart what Helm makes of the cases of helm-cases.ts: names, ports, addresses,
 * mounts, labels, and what the charts refuse; nothing of the charts' own text.
 *
 *     npx tsx scripts/record-helm.ts CHARTS [HELM]
 *
 * CHARTS is a folder with a folder `falco-VERSION` for each release of the cases, with its dependencies in `charts/`;
 * HELM is the binary. Each outcome is also held against the one of helm-wasm, which must be the same to the letter.
 * Cases that are recorded stay as they are: without the record all are made. It is written again and again meanwhile,
 * so that a run that is stopped goes on where it was.
 */
import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse, parseAllDocuments, type ScalarTag, type Tags } from "yaml";
import { createRenderer } from "../helm-wasm/src/index.ts";
import { type HelmCase, helmCases } from "./helm-cases.ts";

const RECORD = new URL("../test/stack/deploy/chart/recorded.json", import.meta.url);
const KUBERNETES = "1.34";

type Tree = Record<string, unknown>;

interface Outcome {
  resources?: Tree[];
  /** Why the chart refuses the values. */
  refused?: string;
}

const [charts, helm = "helm"] = process.argv.slice(2);
if (charts === undefined) throw new Error("say where the charts are: record-helm.ts CHARTS [HELM]");
const work = mkdtempSync(path.join(tmpdir(), "record-helm-"));
const renderer = createRenderer();
const known = new Map<string, { name: string; data: Uint8Array }[]>();

/** Settings of falco.yaml that decide on rules, sources and routes, and what of them. */
const SETTINGS: Readonly<Record<string, readonly string[] | undefined>> = {
  config_files: undefined,
  engine: ["kind"],
  file_output: ["enabled", "filename"],
  grpc: ["enabled"],
  grpc_output: ["enabled"],
  http_output: ["enabled", "url"],
  json_output: undefined,
  load_plugins: undefined,
  metrics: ["enabled"],
  plugins: undefined,
  priority: undefined,
  program_output: ["enabled", "program"],
  rules_file: undefined,
  rules_files: undefined,
  stdout_output: ["enabled"],
  syscall_event_drops: ["actions"],
  syslog_output: ["enabled"],
  webserver: ["enabled", "listen_port", "k8s_healthz_endpoint", "prometheus_metrics_enabled"],
};

/** Kubernetes and Falco read a number with a leading zero by YAML 1.1. */
const octal: ScalarTag = {
  tag: "tag:yaml.org,2002:int",
  default: true,
  test: /^[-+]?0[0-7]+$/,
  resolve: (text) => Number.parseInt(text, 8),
};
const asKubernetes = { customTags: (tags: Tags) => [octal, ...tags] };

/** How many outcomes are lost at most when a run is stopped. */
const BETWEEN_WRITES = 20;

const cases = helmCases();
const outcomes = readRecord();
const open = cases.filter((helmCase) => !outcomes.has(keyOf(helmCase)));
for (const [index, helmCase] of open.entries()) {
  outcomes.set(keyOf(helmCase), await outcomeOf(helmCase));
  if (index % BETWEEN_WRITES === 0) write();
}
rmSync(work, { recursive: true });
write();

function keyOf({ chart, parent, release, namespace, values }: HelmCase): string {
  return JSON.stringify([chart, parent, release, namespace, values]);
}

function readRecord(): Map<string, Outcome> {
  if (!existsSync(RECORD)) return new Map();
  const record = JSON.parse(readFileSync(RECORD, "utf8")) as {
    resources: Tree[];
    cases: (HelmCase & { resources?: number[]; refused?: string })[];
  };
  return new Map(
    record.cases.map(({ resources, refused, ...helmCase }) => [
      keyOf(helmCase),
      resources === undefined
        ? { refused: refused ?? "" }
        : { resources: resources.map((number) => record.resources[number]!) },
    ]),
  );
}

/** One resource a line, each once, as most cases share most of theirs. */
function write(): void {
  const table = new Map<string, number>();
  const lines = cases.flatMap((helmCase) => {
    const outcome = outcomes.get(keyOf(helmCase));
    if (outcome === undefined) return [];
    const { resources, refused } = outcome;
    const numbers = resources?.map((resource) => {
      const text = JSON.stringify(resource);
      if (!table.has(text)) table.set(text, table.size);
      return table.get(text)!;
    });
    return JSON.stringify({ ...helmCase, ...(numbers ? { resources: numbers } : { refused }) });
  });
  writeFileSync(
    RECORD,
    `{\n  "resources": [\n${listed([...table.keys()])}\n  ],\n  "cases": [\n${listed(lines)}\n  ]\n}\n`,
  );
  console.log(`${lines.length} of ${cases.length} cases, ${table.size} different resources`);
}

function listed(texts: readonly string[]): string {
  return texts.map((text) => `    ${text}`).join(",\n");
}

async function outcomeOf(helmCase: HelmCase): Promise<Outcome> {
  const { release, namespace } = helmCase;
  const folder = chartFolder(helmCase);
  const values = JSON.stringify(
    helmCase.parent === undefined ? helmCase.values : { [helmCase.parent]: helmCase.values },
  );
  const options = ["--namespace", namespace, "--kube-version", KUBERNETES, "--skip-tests", "-f", "-"];
  const { code, stdout, stderr } = await run(helm, ["template", release, folder, ...options], values);
  const rendering = renderer.render({
    release,
    namespace,
    kubernetesVersion: KUBERNETES,
    values: JSON.parse(values),
    files: filesIn(folder),
  });
  if (code !== 0) {
    if (rendering.status !== "failed") throw new Error(`helm-wasm takes what Helm refuses: ${stderr}`);
    return { refused: /^Error: (.*)$/m.exec(stderr)?.[1] ?? stderr };
  }
  if (rendering.status === "failed") throw new Error(`helm-wasm refuses: ${rendering.message}\n${values}`);
  const own = rendering.templates.filter(({ name }) => !name.includes("/tests/")).map(({ text }) => text);
  compare(documents(stdout), documents(own.join("\n---\n")));
  return { resources: reducedAll(stdout, helmCase) };
}

function reducedAll(text: string, helmCase: HelmCase): Tree[] {
  const trees = [...parseAllDocuments(text, asKubernetes)].map((document) => document.toJS() as Tree | null);
  return trees.map((tree) => reduced(tree, helmCase)).filter((tree) => tree !== undefined);
}

function compare(judge: readonly string[], own: readonly string[]): void {
  const missing = judge.filter((text) => !own.includes(text));
  if (missing.length > 0 || judge.length !== own.length)
    throw new Error(`helm-wasm does not make what Helm makes:\n${missing.join("\n---\n")}`);
}

/** The documents of a text, in order, without Helm's comments on where they are from. */
function documents(text: string): string[] {
  return text
    .split(/^---\s*$/m)
    .map((part) => part.replace(/^# Source: .*$/m, "").trim())
    .filter((part) => part !== "")
    .sort();
}

function chartFolder({ chart, parent }: HelmCase): string {
  const official = path.resolve(charts!, `falco-${chart}`);
  if (parent === undefined) return official;
  const folder = path.join(work, `${parent}-${chart}`);
  try {
    mkdirSync(folder);
    cpSync(official, path.join(folder, "charts/falco"), { recursive: true });
    const alias = parent === "falco" ? "" : `\n  alias: ${parent}`;
    const text = `apiVersion: v2\nname: security\nversion: 1.0.0\ndependencies:\n- name: falco\n  version: ${chart}${alias}\n`;
    writeFileSync(path.join(folder, "Chart.yaml"), text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return folder;
}

function filesIn(folder: string): { name: string; data: Uint8Array }[] {
  const read = (name: string): { name: string; data: Uint8Array }[] =>
    readdirSync(path.join(folder, name), { withFileTypes: true }).flatMap((entry) => {
      const inner = path.posix.join(name, entry.name);
      if (entry.isFile()) return [{ name: inner, data: readFileSync(path.join(folder, inner)) }];
      return read(inner);
    });
  const files = known.get(folder) ?? read("");
  known.set(folder, files);
  return files;
}

function run(
  command: string,
  args: readonly string[],
  input: string,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "pipe" });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data) => {
      stdout += data;
    });
    child.stderr.on("data", (data) => {
      stderr += data;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}

/** What is recorded of a resource; undefined of those that do not decide where alerts go. */
function reduced(resource: Tree | null, { values }: HelmCase): Tree | undefined {
  if (resource === null) return undefined;
  const { kind, metadata } = resource as { kind: string; metadata: Tree };
  // The web page's own store, and Grafana's: no alert goes to anybody through them.
  if (/redis|dashboard/.test(String(metadata.name))) return undefined;
  const head = { apiVersion: resource.apiVersion, kind, metadata: pick(metadata, ["name", "namespace"]) };
  switch (kind) {
    case "DaemonSet":
    case "Deployment":
      return { ...head, spec: workload(resource.spec as Tree) };
    case "ConfigMap": {
      const data = resource.data as Record<string, string>;
      return {
        ...head,
        data: Object.fromEntries(Object.entries(data).map(([k, v]) => [k, content(k, v, values)])),
      };
    }
    case "Secret":
      return {
        ...head,
        stringData: decoded((resource.data ?? {}) as Record<string, string>, values),
      };
    case "Service":
      return { ...head, spec: pick(resource.spec as Tree, ["selector", "ports"]) };
    case "ServiceAccount":
      return head;
    case "Role":
    case "ClusterRole":
      return { ...head, rules: resource.rules };
    case "RoleBinding":
    case "ClusterRoleBinding":
      return { ...head, ...pick(resource, ["roleRef", "subjects"]) };
    default:
      return undefined;
  }
}

/** Variables that the values set, and the address of the web page; of the chart's own none switches anything on. */
function decoded(data: Readonly<Record<string, string>>, { falcosidekick }: Tree): Tree {
  const stated = variablesOf((falcosidekick as Tree | undefined)?.config, "");
  const texts = Object.entries(data)
    .filter(([key]) => stated.has(key) || key === "WEBUI_URL")
    .map(([key, value]) => [key, Buffer.from(value, "base64").toString()]);
  return Object.fromEntries(texts.filter(([, text]) => text !== ""));
}

function variablesOf(config: unknown, prefix: string): Set<string> {
  if (typeof config !== "object" || config === null) return new Set([prefix.slice(1)]);
  return new Set(
    Object.entries(config).flatMap(([key, value]) => [
      ...variablesOf(value, `${prefix}_${key.toUpperCase()}`),
    ]),
  );
}

function content(key: string, text: string, values: Tree): string {
  if (key === "falco.yaml") {
    const own = (values.falco as Tree | undefined) ?? {};
    const entries = Object.entries(parse(text, asKubernetes) as Tree).flatMap(([name, value]) => {
      if (!(name in SETTINGS)) return name in own ? [[name, value]] : [];
      const kept = SETTINGS[name];
      if (kept === undefined || typeof value !== "object" || value === null) return [[name, value]];
      return [[name, pick(value as Tree, [...kept, ...Object.keys((own[name] as Tree | undefined) ?? {})])]];
    });
    return JSON.stringify(Object.fromEntries(entries));
  }
  if (key === "falcoctl.yaml") return JSON.stringify(pick(parse(text, asKubernetes) as Tree, ["artifact"]));
  return text;
}

function workload(spec: Tree): Tree {
  const template = spec.template as { metadata: Tree; spec: Tree };
  const pod = template.spec;
  return {
    ...pick(spec, ["replicas", "updateStrategy", "selector"]),
    template: {
      metadata: { labels: strip(template.metadata.labels as Tree) },
      spec: {
        ...pod,
        containers: (pod.containers as Tree[]).map(container),
        ...(pod.initContainers ? { initContainers: (pod.initContainers as Tree[]).map(container) } : {}),
      },
    },
  };
}

function container(container: Tree): Tree {
  const { imagePullPolicy: _, tty: __, ...rest } = container;
  for (const name of ["livenessProbe", "readinessProbe", "startupProbe"]) {
    if (rest[name]) rest[name] = pick(rest[name] as Tree, ["httpGet"]);
  }
  return rest;
}

/** Without the labels that only say of which release it is. */
function strip(labels: Tree): Tree {
  const left = ["helm.sh/chart", "app.kubernetes.io/version", "app.kubernetes.io/managed-by"];
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !left.includes(key)));
}

function pick(tree: Tree, keys: readonly string[]): Tree {
  return Object.fromEntries(Object.entries(tree).filter(([key]) => keys.includes(key)));
}
