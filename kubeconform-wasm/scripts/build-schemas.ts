/** The schemas: the definitions of every Kubernetes version, the custom resources, the life cycles. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { INDEX, kubernetes } from "../src/data.ts";
import { type Definitions, fromCustomResource, fromOpenApi, type OpenApiSchema } from "../src/definitions.ts";
import { compress } from "./compress.ts";
import { customResources } from "./custom-resources.ts";
import { lifeCycles, readMarkers } from "./life-cycles.ts";
import { difference, toLines, write } from "./lines.ts";
import { KUBERNETES, LIFE_CYCLE_MODULES, moduleFolder, PROMETHEUS_OPERATOR } from "./modules.ts";

const MONITORING = [
  "alertmanagerconfigs",
  "podmonitors",
  "probes",
  "prometheusrules",
  "scrapeconfigs",
  "servicemonitors",
];

export interface Schemas {
  /** Lines of the newest Kubernetes version and of the custom resources, to be built into the program. */
  builtIn: string;
  /** The files beside the program, by name. */
  files: Map<string, Uint8Array>;
}

export function buildSchemas(): Schemas {
  const versions = KUBERNETES.map((version) => ({
    minor: version.replace(/\.\d+$/, ""),
    definitions: readKubernetes(version),
  }));
  const files = new Map<string, Uint8Array>();

  const [newest, ...older] = versions;
  const base = toLines(newest!.definitions);
  for (const { minor, definitions } of older) {
    files.set(kubernetes(minor), compress(Buffer.from(write(difference(base, toLines(definitions))))));
  }

  const served = versions
    .map(({ minor, definitions }): [string, Set<string>] => [minor, new Set(definitions.kinds.keys())])
    .reverse();
  const markers = LIFE_CYCLE_MODULES.map((module) => readMarkers(moduleFolder(module)));
  const index = { versions: versions.map(({ minor }) => minor), lifeCycles: lifeCycles(markers, served) };
  files.set(INDEX, Buffer.from(`${JSON.stringify(index, undefined, 2)}\n`));
  return { builtIn: write(base) + allCustomResources(), files };
}

/** @param version a patch release, as in KUBERNETES */
export function readKubernetes(version: string): Definitions {
  const path = join(moduleFolder(`k8s.io/kubernetes@v${version}`), "api/openapi-spec/swagger.json");
  const document = JSON.parse(readFileSync(path, "utf8")) as { definitions: Record<string, OpenApiSchema> };
  return fromOpenApi(document.definitions);
}

export function allCustomResources(): string {
  const folder = join(moduleFolder(PROMETHEUS_OPERATOR), "example/prometheus-operator-crd");
  const monitoring = MONITORING.flatMap((name) => {
    const text = readFileSync(join(folder, `monitoring.coreos.com_${name}.yaml`), "utf8");
    return parseAllDocuments(text).map((document) => fromCustomResource(document.toJS()));
  });
  return [customResources(), ...monitoring].map((definitions) => write(toLines(definitions))).join("");
}
