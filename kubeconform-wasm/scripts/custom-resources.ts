/**
 * Schemas written by hand, for what people deploy beside Falco and has no Go module with a schema in it:
 * the Falco Operator's kinds (from its Go types, v1alpha1) and kustomize's own file (from its Go types).
 */
import { type Definitions, object, type Schema } from "../src/definitions.ts";

type Properties = Record<string, Schema>;

const text: Schema = { type: "string" };
const flag: Schema = { type: "boolean" };
const whole: Schema = { type: "integer" };
const anything: Schema = {};
const texts: Schema = { type: "array", items: text };
const textMap: Schema = { type: "object", additionalProperties: text };
const oneOf = (...values: string[]): Schema => ({ type: "string", enum: values });
const list = (items: Schema): Schema => ({ type: "array", items });
const to = (definition: string): Schema => ({ definition });

function record(properties: Properties, required: string[] = []): Schema {
  return { type: "object", properties, ...(required.length > 0 && { required }) };
}

const conditions = list(to("meta.v1.Condition"));
const registry = record({
  name: text,
  auth: record({ secretRef: record({ name: text }, ["name"]) }),
  plainHTTP: flag,
  tls: record({ insecureSkipVerify: flag }),
});
const ociArtifact = record({ image: record({ repository: text, tag: text }, ["repository"]), registry }, [
  "image",
]);
const configMapRef = record({ name: text }, ["name"]);
const selector = to("meta.v1.LabelSelector");
const priority: Schema = { type: "integer", minimum: 0, maximum: 99 };
const replicas: Schema = { type: "integer", minimum: 1 };
const workload: Properties = {
  replicas,
  podTemplateSpec: to("core.v1.PodTemplateSpec"),
  strategy: to("apps.v1.DeploymentStrategy"),
};
const workloadStatus = record({
  resourceType: text,
  version: text,
  desiredReplicas: whole,
  availableReplicas: whole,
  unavailableReplicas: whole,
  conditions,
});

const FALCO_INSTANCES: Record<string, Properties> = {
  Falco: {
    spec: record({
      type: oneOf("DaemonSet", "Deployment"),
      version: text,
      updateStrategy: to("apps.v1.DaemonSetUpdateStrategy"),
      ...workload,
    }),
    status: workloadStatus,
  },
  Component: {
    spec: record(
      {
        component: record(
          { type: oneOf("metacollector", "falcosidekick", "falcosidekick-ui"), version: text },
          ["type"],
        ),
        ...workload,
      },
      ["component"],
    ),
    status: workloadStatus,
  },
};

const FALCO_ARTIFACTS: Record<string, Properties> = {
  Config: {
    spec: record({ config: anything, configMapRef, priority, selector }),
    status: record({ conditions, observedGeneration: whole }),
  },
  Plugin: {
    spec: record({
      ociArtifact,
      config: record({ name: text, libraryPath: text, initConfig: anything, openParams: text }),
      selector,
    }),
    status: record({ conditions }),
  },
  Rulesfile: {
    spec: record({ ociArtifact, inlineRules: anything, configMapRef, priority, selector }),
    status: record({ conditions }),
  },
};

const gvk: Properties = { group: text, version: text, kind: text };
const resourceId: Properties = { ...gvk, name: text, namespace: text };
const resourceSelector = record({ ...resourceId, annotationSelector: text, labelSelector: text });
const fieldOptions = record({ delimiter: text, index: whole, encoding: text, create: flag });
const patch = record({
  path: text,
  patch: text,
  target: resourceSelector,
  options: { type: "object", additionalProperties: flag },
});
const image = record({ name: text, newName: text, tagSuffix: text, newTag: text, digest: text });
const generatorOptions = record({
  labels: textMap,
  annotations: textMap,
  disableNameSuffixHash: flag,
  immutable: flag,
});
const generator: Properties = {
  name: text,
  namespace: text,
  behavior: oneOf("create", "replace", "merge"),
  literals: texts,
  files: texts,
  envs: texts,
  env: text,
  options: generatorOptions,
};
const helmChart = record({
  name: text,
  version: text,
  repo: text,
  releaseName: text,
  namespace: text,
  additionalValuesFiles: texts,
  valuesFile: text,
  valuesInline: { type: "object" },
  valuesMerge: oneOf("merge", "override", "replace"),
  includeCRDs: flag,
  skipHooks: flag,
  skipTests: flag,
  apiVersions: texts,
  kubeVersion: text,
  nameTemplate: text,
  debug: flag,
  devel: flag,
});
const helmChartArgs = record({
  chartName: text,
  chartVersion: text,
  chartRepoUrl: text,
  chartHome: text,
  chartRepoName: text,
  helmBin: text,
  helmHome: text,
  values: text,
  valuesLocal: { type: "object" },
  valuesMerge: text,
  releaseName: text,
  releaseNamespace: text,
  extraArgs: texts,
});

const KUSTOMIZATION: Properties = {
  openapi: textMap,
  namePrefix: text,
  nameSuffix: text,
  namespace: text,
  commonLabels: textMap,
  labels: list(
    record({
      pairs: textMap,
      includeSelectors: flag,
      includeTemplates: flag,
      fields: list(record({ ...gvk, path: text, create: flag })),
    }),
  ),
  commonAnnotations: textMap,
  patchesStrategicMerge: texts,
  patchesJson6902: list(patch),
  patches: list(patch),
  images: list(image),
  imageTags: list(image),
  replacements: list(
    record({
      path: text,
      source: record({ ...resourceId, fieldPath: text, options: fieldOptions }),
      sourceValue: text,
      targets: list(
        record(
          {
            select: resourceSelector,
            reject: list(resourceSelector),
            fieldPaths: texts,
            options: fieldOptions,
          },
          ["select"],
        ),
      ),
    }),
  ),
  replicas: list(record({ name: text, count: whole }, ["count"])),
  vars: list(
    record(
      {
        name: text,
        objref: record({ ...resourceId, apiVersion: text }, ["name"]),
        fieldref: record({ fieldPath: text, fieldpath: text }),
      },
      ["name", "objref"],
    ),
  ),
  sortOptions: record({
    order: oneOf("legacy", "fifo"),
    legacySortOptions: record({ orderFirst: texts, orderLast: texts }),
  }),
  resources: texts,
  components: texts,
  crds: texts,
  bases: texts,
  configMapGenerator: list(record(generator)),
  secretGenerator: list(record({ ...generator, type: text })),
  helmGlobals: record({ chartHome: text, configHome: text }),
  helmCharts: list(helmChart),
  helmChartInflationGenerator: list(helmChartArgs),
  generatorOptions,
  configurations: texts,
  generators: texts,
  transformers: texts,
  validators: texts,
  buildMetadata: list(oneOf("originAnnotations", "transformerAnnotations", "managedByLabel")),
};

const RESOURCES: [apiVersion: string, kinds: Record<string, Properties>][] = [
  ["instance.falcosecurity.dev/v1alpha1", FALCO_INSTANCES],
  ["artifact.falcosecurity.dev/v1alpha1", FALCO_ARTIFACTS],
  ["kustomize.config.k8s.io/v1beta1", { Kustomization: KUSTOMIZATION }],
  ["kustomize.config.k8s.io/v1alpha1", { Component: KUSTOMIZATION }],
];

export function customResources(): Definitions {
  const definitions: Definitions = { schemas: new Map(), kinds: new Map() };
  for (const [version, kinds] of RESOURCES) {
    for (const [kind, properties] of Object.entries(kinds)) {
      const name = `${version}.${kind}`;
      definitions.schemas.set(name, object(record({ ...properties }), version, kind));
      definitions.kinds.set(`${version}/${kind}`, name);
    }
  }
  return definitions;
}
