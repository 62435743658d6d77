import type { Resource } from "../kubernetes/resource.ts";
import type { Project } from "../project/project.ts";
import { assemble } from "./assemble.ts";
import { type AssumptionSettings, Assumptions } from "./assume.ts";
import { isFalcoImage } from "./image.ts";
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
    ...overlays.flatMap(({ name, resources: made }) =>
      stacksIn(new Manifests(project, name, made), "kustomize", assume),
    ),
  ];
}

/** The Falco deployments among manifests that are applied together. */
function stacksIn(manifests: Manifests, kind: StackKind, assume: Assumptions): Stack[] {
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
          version: undefined,
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
