import type { Resource } from "../kubernetes/resource.ts";
import type { Project } from "../project/project.ts";
import { assemble } from "./assemble.ts";
import { type AssumptionSettings, Assumptions } from "./assume.ts";
import { renderChart } from "./chart.ts";
import { readReleases } from "./helm.ts";
import { isFalcoImage } from "./image.ts";
import type { Known } from "./known.ts";
import { readKustomizations } from "./kustomize.ts";
import { Manifests } from "./manifests.ts";
import type { Stack, StackKind } from "./stack.ts";
import { fileSystemOf } from "./volumes.ts";
import { type Container, variable, type Workload } from "./workload.ts";

export interface StackOptions {
  /** What the user states about things that the repository cannot show. */
  readonly assume?: AssumptionSettings;
}

/** The Falco deployments that a repository makes, in the order of its files. */
export function readStacks(
  project: Project,
  resources: readonly Resource[],
  options: StackOptions = {},
): Stack[] {
  const assume = new Assumptions(options.assume);
  const { overlays, files } = readKustomizations(project, resources);
  const plain = resources.filter(({ source }) => !files.has(source.file));
  return [
    ...stacksIn(new Manifests(project, "", plain), "manifest", assume),
    ...readReleases(project, resources).flatMap((release) => {
      const made = renderChart(release);
      const beside = resources.filter(({ kind }) => besideReleases.has(kind));
      const manifests = new Manifests(project, release.name, [...made, ...beside]);
      return stacksIn(manifests, "helm", assume, release.falcoVersion);
    }),
    ...overlays.flatMap(({ name, resources: made }) =>
      stacksIn(new Manifests(project, name, made), "kustomize", assume),
    ),
  ];
}

/** What a release may refer to without making it. */
const besideReleases = new Set(["ConfigMap", "Secret", "Namespace"]);

/** The Falco deployments among manifests that are applied together. */
function stacksIn(
  manifests: Manifests,
  kind: StackKind,
  assume: Assumptions,
  version?: Known<string>,
): Stack[] {
  return manifests.workloads.flatMap((workload) => {
    const container = falcoContainer(workload);
    if (container === undefined) return [];
    const { resource } = workload;
    const own = `${resource.namespace === undefined ? "" : `${resource.namespace}/`}${resource.name ?? container.name}`;
    return [
      assemble(
        {
          name: manifests.name === "" ? own : `${manifests.name}: ${own}`,
          kind,
          image: container.image,
          imagePlace: container.image?.place ?? container.node,
          version,
          words: container.words,
          files: fileSystemOf(manifests, workload, container, assume),
          env: (name) => envText(container, name),
          sender: { namespace: resource.namespace, pod: { workload, container }, bundled: undefined },
          manifests,
          place: resource,
        },
        assume,
      ),
    ];
  });
}

/** Falco runs until it is stopped, so a Job that has its image does something else with it. */
function falcoContainer(workload: Workload): Container | undefined {
  if (workload.resource.kind === "Job" || workload.resource.kind === "CronJob") return undefined;
  return workload.containers.find(
    ({ image, words }) =>
      isFalcoImage(image) || words.some(({ text }) => text === "falco" || text.endsWith("/bin/falco")),
  );
}

function envText(container: Container, name: string): string | undefined {
  const found = variable(container, name);
  if (found === undefined) return undefined;
  return found.value.kind === "literal" ? found.value.text : `\${${name}}`;
}
