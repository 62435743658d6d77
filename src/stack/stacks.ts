import type { Resource } from "../kubernetes/resource.ts";
import type { Project } from "../project/project.ts";
import { isFalcoImage } from "./cluster/image.ts";
import { Manifests } from "./cluster/manifests.ts";
import { type Container, variable, type Workload } from "./cluster/workload.ts";
import { FileSystem, type Mount } from "./container/files.ts";
import { fileSystemOf } from "./container/volumes.ts";
import { renderChart } from "./deploy/chart.ts";
import { composeDeployments } from "./deploy/compose.ts";
import { readReleases } from "./deploy/helm.ts";
import { readKustomizations } from "./deploy/kustomize.ts";
import { artifactMounts, renderComponents, renderFalcos } from "./deploy/operator.ts";
import { type AssumptionSettings, Assumptions } from "./evidence/assume.ts";
import type { Known } from "./evidence/known.ts";
import { assemble } from "./model/assemble.ts";
import type { Stack, StackKind } from "./model/stack.ts";

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
  const beside = resources.filter(({ kind }) => besideKinds.has(kind));
  return [
    ...stacksIn({ project, name: "", resources: plain, beside, kind: "manifest" }, assume),
    ...composeDeployments(project).map((deployment) => assemble(deployment, assume)),
    ...readReleases(project, resources).flatMap((release) => {
      const { name, falcoVersion: version } = release;
      return stacksIn(
        { project, name, resources: renderChart(release), beside, kind: "helm", version },
        assume,
      );
    }),
    ...overlays.flatMap(({ name, resources: built }) =>
      stacksIn({ project, name, resources: built, beside, kind: "kustomize" }, assume),
    ),
  ];
}

/** What is often applied apart from the pods that refer to it. */
const besideKinds = new Set(["ConfigMap", "Secret", "Namespace"]);

/** The Falco deployments among manifests that are applied together, with what the Falco Operator makes of them. */
function stacksIn(
  { project, name, resources, beside, kind, version }: Applied,
  assume: Assumptions,
): Stack[] {
  const operated = renderFalcos(resources);
  const all = [...resources, ...renderComponents(resources), ...operated.keys()];
  const manifests = new Manifests(project, name, all, beside);
  return manifests.workloads.flatMap((workload) => {
    const falco = operated.get(workload.resource);
    const own = { manifests, kind, workload, version, mounts: [] };
    const candidate =
      falco === undefined
        ? own
        : { ...own, kind: "operator" as const, mounts: artifactMounts(manifests, falco) };
    return stackOf(candidate, assume) ?? [];
  });
}

/** Manifests that are applied together. */
interface Applied {
  readonly project: Project;
  readonly name: string;
  readonly resources: readonly Resource[];
  /** What else the repository has, which they may refer to. */
  readonly beside: readonly Resource[];
  readonly kind: StackKind;
  readonly version?: Known<string>;
}

interface Candidate {
  readonly manifests: Manifests;
  readonly kind: StackKind;
  readonly workload: Workload;
  /** Beside those of the pod. */
  readonly mounts: readonly Mount[];
  readonly version: Known<string> | undefined;
}

function stackOf(
  { manifests, kind, workload, mounts, version }: Candidate,
  assume: Assumptions,
): Stack | undefined {
  const container = falcoContainer(workload);
  if (container === undefined) return undefined;
  const { resource } = workload;
  const own = `${resource.namespace === undefined ? "" : `${resource.namespace}/`}${resource.name ?? container.name}`;
  const prefix = manifests.name === "" && kind === "operator" ? "operator" : manifests.name;
  const files = fileSystemOf(manifests, workload, container, assume);
  return assemble(
    {
      name: prefix === "" ? own : `${prefix}: ${own}`,
      kind,
      image: container.image,
      imagePlace: container.image?.place ?? container.node,
      version,
      words: container.words,
      files: mounts.length === 0 ? files : new FileSystem([...files.mounts, ...mounts]),
      env: (name) => envText(container, name),
      sender: { namespace: resource.namespace, pod: { workload, container }, bundled: undefined },
      manifests,
      place: resource,
    },
    assume,
  );
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
