import { nameLocation } from "../kubernetes/index.ts";
import type { Project } from "../project/index.ts";
import { type Container, isFalcoImage, Manifests, variable, type Workload } from "./cluster/index.ts";
import { FileSystem, fileSystemOf, type Mount } from "./container/index.ts";
import {
  type Applied,
  artifactMounts,
  composeDeployments,
  isOfOldChart,
  isOfOperator,
  labelledVersion,
  operatorDefault,
  type Release,
  renderChart,
  renderComponents,
  renderFalcos,
} from "./deploy/index.ts";
import { type AssumptionSettings, Assumptions, type Known, known } from "./evidence/index.ts";
import { assemble, type Stack, type StackKind } from "./model/index.ts";

export interface StackOptions {
  /** What the user states about things that the repository cannot show. */
  readonly assume?: AssumptionSettings;
}

/** The Falco deployments that a repository makes: of its plain files, of compose files, of its overlays and values. */
export function readStacks(
  project: Project,
  applied: readonly Applied[],
  options: StackOptions = {},
): Stack[] {
  const assume = new Assumptions(options.assume);
  const [plain, ...others] = applied.map((manifests) => stacksIn(project, manifests, assume));
  const composed = composeDeployments(project).map((deployment) => assemble(deployment, assume));
  return [...(plain ?? []), ...composed, ...others.flat()];
}

/** The Falco deployments among manifests that are applied together, with what charts and the Falco Operator make. */
function stacksIn(
  project: Project,
  { name, kind, resources, releases, gaps, inflated, hashed, open, elsewhere, chosen }: Applied,
  assume: Assumptions,
): Stack[] {
  const operated = renderFalcos(resources);
  const installed = new Map(
    releases
      .map((release) => withVersion(release, assume))
      .flatMap((release) => renderChart(release).map((resource) => [resource, release] as const)),
  );
  const all = [...resources, ...renderComponents(resources), ...operated.keys(), ...installed.keys()];
  const [gap] = gaps;
  const unread = gap && { name: gap.name, location: gap.node };
  const manifests = new Manifests(project, name, all, { elsewhere, chosen, unread, hashed, open });
  return manifests.workloads.flatMap((workload) => {
    const falco = operated.get(workload.resource);
    const release = installed.get(workload.resource);
    return (
      stackOf(
        {
          manifests,
          kind: falco !== undefined ? "operator" : release !== undefined ? "helm" : kind,
          prefix: [name, release?.name ?? ""].filter((part) => part !== "").join(": "),
          workload,
          version:
            falco !== undefined && isOfOperator(falcoContainer(workload)?.image)
              ? operatorDefault(resources, nameLocation(falco))
              : (release?.falcoVersion ?? versionOf(inflated.get(workload.resource), workload)),
          mounts: falco === undefined ? [] : artifactMounts(manifests, falco),
        },
        assume,
      ) ?? []
    );
  });
}

/** With the version that is stated, where the release does not tell its own: what the chart makes depends on it. */
function withVersion(release: Release, { settings }: Assumptions): Release {
  const { falcoVersion } = release;
  if (settings.falcoVersion === undefined || falcoVersion.state === "known") return release;
  return { ...release, falcoVersion: known(settings.falcoVersion, falcoVersion.evidence) };
}

/** A version that is known is in the image, which a kustomization may have changed since, unless that moves. */
function versionOf(release: Release | undefined, workload: Workload): Known<string> | undefined {
  const version = release?.falcoVersion ?? labelledVersion(workload.resource);
  if (version === undefined || version.state === "unknown") return version;
  const image = falcoContainer(workload)?.image;
  return image !== undefined && isOfOldChart(version, image) ? version : undefined;
}

interface Candidate {
  readonly manifests: Manifests;
  readonly kind: StackKind;
  /** What installs it, for people; empty for plain files. */
  readonly prefix: string;
  readonly workload: Workload;
  /** Beside those of the pod. */
  readonly mounts: readonly Mount[];
  readonly version: Known<string> | undefined;
}

function stackOf(
  { manifests, kind, prefix: installer, workload, mounts, version }: Candidate,
  assume: Assumptions,
): Stack | undefined {
  const container = falcoContainer(workload);
  if (container === undefined) return undefined;
  const { resource } = workload;
  const own = `${resource.namespace === undefined ? "" : `${resource.namespace}/`}${resource.name ?? container.name}`;
  const prefix = installer === "" && kind === "operator" ? "operator" : installer;
  const files = fileSystemOf(manifests, workload, container, assume);
  return assemble(
    {
      name: prefix === "" ? own : `${prefix}: ${own}`,
      kind,
      image: container.image,
      imageLocation: container.image?.location ?? container,
      version,
      words: container.words,
      files: mounts.length === 0 ? files : new FileSystem([...files.mounts, ...mounts]),
      env: (name) => envText(container, name),
      sender: { namespace: resource.namespace, pod: { workload, container }, bundled: undefined },
      manifests,
      location: resource,
    },
    assume,
  );
}

/** Falco runs until it is stopped, so a Job that has its image does something else with it. */
function falcoContainer(workload: Workload): Container | undefined {
  if (workload.resource.kind === "Job" || workload.resource.kind === "CronJob") return undefined;
  return workload.pod.containers.find(
    ({ image, words }) =>
      isFalcoImage(image) || words.some(({ text }) => text === "falco" || text.endsWith("/bin/falco")),
  );
}

function envText(container: Container, name: string): string | undefined {
  const found = variable(container, name);
  if (found === undefined) return undefined;
  return found.value.kind === "literal" ? found.value.text : `\${${name}}`;
}
