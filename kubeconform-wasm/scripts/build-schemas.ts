/** The schemas: the definitions of every Kubernetes version, the custom resources, the life cycles. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { difference, type Lines, writeLines } from "../src/archive.ts";
import { compress } from "./compress.ts";
import { customResources } from "./custom-resources.ts";
import { type Definitions, fromCustomResource, fromOpenApi, type OpenApiSchema } from "./definitions.ts";
import { lifeCycles, readMarkers } from "./life-cycles.ts";
import { KUBERNETES, LIFE_CYCLE_MODULES, moduleFolder, PROMETHEUS_OPERATOR } from "./modules.ts";

const MONITORING = [
  "alertmanagerconfigs",
  "podmonitors",
  "probes",
  "prometheusrules",
  "scrapeconfigs",
  "servicemonitors",
];

/** The files by name. */
export function buildSchemas(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const versions = KUBERNETES.map((version) => {
    const path = join(moduleFolder(`k8s.io/kubernetes@v${version}`), "api/openapi-spec/swagger.json");
    const { definitions } = JSON.parse(readFileSync(path, "utf8")) as {
      definitions: Record<string, OpenApiSchema>;
    };
    return { minor: version.replace(/\.\d+$/, ""), definitions: fromOpenApi(definitions) };
  });

  const newest = lines(versions[0]!.definitions);
  for (const { minor, definitions } of versions) {
    const base = minor === versions[0]!.minor ? new Map() : newest;
    const text = writeLines(difference(base, lines(definitions)));
    files.set(`kubernetes-${minor}.br`, compress(Buffer.from(text)));
  }
  files.set("custom-resources.br", compress(Buffer.from(writeLines(allCustomResources()))));

  const served = versions
    .map(({ minor, definitions }): [string, Set<string>] => [minor, new Set(definitions.kinds.keys())])
    .reverse();
  const markers = LIFE_CYCLE_MODULES.map((module) => readMarkers(moduleFolder(module)));
  const index = {
    versions: versions.map(({ minor }) => minor),
    lifeCycles: lifeCycles(markers, served),
  };
  files.set("index.json", Buffer.from(`${JSON.stringify(index, undefined, 2)}\n`));
  return files;
}

function allCustomResources(): Lines {
  const folder = join(moduleFolder(PROMETHEUS_OPERATOR), "example/prometheus-operator-crd");
  const monitoring = MONITORING.flatMap((name) => {
    const text = readFileSync(join(folder, `monitoring.coreos.com_${name}.yaml`), "utf8");
    return parseAllDocuments(text).map((document) => fromCustomResource(document.toJS()));
  });
  return new Map(
    [customResources(), ...monitoring].flatMap((definitions) => [...lines(definitions)]).sort(byName),
  );
}

function lines({ kinds, schemas }: Definitions): Lines {
  const all: [string, string][] = [
    ...[...kinds].map(([key, name]): [string, string] => [key, `>${name}`]),
    ...[...schemas].map(([name, schema]): [string, string] => [name, JSON.stringify(schema)]),
  ];
  return new Map(all.sort(byName));
}

function byName([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
