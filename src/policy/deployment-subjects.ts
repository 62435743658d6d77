import type { Coverage, FrameworkCoverage } from "../compliance/index.ts";
import type { Model } from "../lint/index.ts";
import type { Location } from "../project/index.ts";
import {
  type Container,
  firstGap,
  isFalcoImage,
  knownValue,
  readWorkloads,
  type Stack,
  type Workload,
} from "../stack/index.ts";
import type { SubjectView } from "./fields.ts";
import { rungsTo } from "./rule-subjects.ts";
import type { Subject } from "./subjects.ts";

/** Each control of the selection of each framework, where the matrix names it. */
export function controlSubjects(model: Model, { frameworks }: Coverage): Subject<"control">[] {
  const places = controlPlaces(model);
  return frameworks.flatMap((framework) =>
    framework.controls.map((control) => ({
      name: `${framework.id}:${control.id}`,
      title: `The control ${framework.id}:${control.id}`,
      view: controlView(framework, control),
      at: places.get(`${framework.id}:${control.id}`) ?? places.get(framework.id) ?? places.get(""),
    })),
  );
}

function controlView(
  { id: framework, baseline }: FrameworkCoverage,
  control: FrameworkCoverage["controls"][number],
): SubjectView<"control"> {
  const { id, title, runtime, counted, outOfScope, rung, covered, rules, breadth, blockedBy } = control;
  return {
    framework,
    baseline: baseline ?? "",
    id,
    title,
    runtime,
    counted,
    inScope: outOfScope === null,
    rung: rung ?? "",
    rungs: rungsTo(rung),
    covered,
    rules: rules.map(({ name }) => name),
    attacks: breadth?.attacks ?? 0,
    detected: breadth?.detected ?? 0,
    blockedBy: blockedBy?.reason ?? "",
  };
}

/** Where the matrix, or a rule's tag, names a control; else the framework; else anything of the matrix. */
function controlPlaces({ compliance }: Model): Map<string, Location> {
  const places = new Map<string, Location>();
  const put = (key: string, at: Location) => {
    if (!places.has(key)) places.set(key, at);
  };
  for (const { entry, used, lookup } of compliance.entries)
    if (used !== undefined && lookup !== undefined && "control" in lookup)
      put(`${used.framework.id}:${lookup.control.id}`, entry);
  for (const { at, used, lookup } of compliance.tags) {
    if (used === undefined || lookup === undefined || !("control" in lookup)) continue;
    put(`${used.framework.id}:${lookup.control.id}`, at);
  }
  for (const { framework, use } of compliance.frameworks) if (use !== undefined) put(framework.id, use);
  for (const { source } of compliance.matrices) put("", { text: source.text, span: { start: 0, end: 0 } });
  for (const { at } of compliance.tags) put("", at);
  return places;
}

export function deploymentSubjects({ stacks, rulesets }: Model): Subject<"deployment">[] {
  return stacks.map((stack) => ({
    name: stack.name,
    title: `The deployment ${stack.name}`,
    view: deploymentView(
      stack,
      rulesets.filter((ruleset) => ruleset.stack === stack).flatMap(({ rules }) => [...rules.keys()]),
    ),
    at: stack.location,
  }));
}

function deploymentView(stack: Stack, rules: readonly string[]): SubjectView<"deployment"> {
  const routes = stack.routes.filter(({ links }) => firstGap(links) === undefined);
  return {
    name: stack.name,
    kind: stack.kind,
    namespace: stack.namespace ?? "",
    image: stack.image?.reference ?? "",
    falcoVersion: knownValue(stack.falcoVersion) ?? "",
    engine: stack.engine.kind,
    minimumPriority: stack.priority.minimum.toUpperCase(),
    jsonOutput: stack.json.on,
    plugins: stack.plugins.map(({ name }) => name),
    rulesFiles: stack.rulesFiles.loaded.map(({ path }) => path),
    rules,
    reaches: [...new Set(routes.map(({ output, channel }) => output?.name ?? channel))],
  };
}

/** The containers of all workloads that the repository applies. */
export function containerSubjects({ applied }: Model): Subject<"container">[] {
  const workloads = applied.flatMap(({ resources }) => readWorkloads(resources));
  return workloads.flatMap((workload) => {
    const { containers, initContainers } = workload.pod;
    return [
      ...containers.map((container) => containerSubject(workload, container, false)),
      ...initContainers.map((container) => containerSubject(workload, container, true)),
    ];
  });
}

function containerSubject(workload: Workload, container: Container, init: boolean): Subject<"container"> {
  const { resource } = workload;
  const owner = `${resource.kind} ${resource.name ?? ""}`.trim();
  return {
    name: container.name,
    title: `The container ${container.name} of ${owner}`,
    view: containerView(workload, container, init),
    at: container.nameLocation,
  };
}

function containerView(
  { resource, pod, labels }: Workload,
  container: Container,
  init: boolean,
): SubjectView<"container"> {
  const { securityContext: security } = container;
  const mounted = new Set(container.volumeMounts?.value.map(({ name }) => name) ?? []);
  return {
    name: container.name,
    image: container.image?.reference ?? "",
    init,
    workload: resource.name ?? "",
    kind: resource.kind,
    namespace: resource.namespace ?? "",
    labels: [...labels].map(([key, value]) => `${key}=${value}`),
    isFalco: isFalcoImage(container.image),
    privileged: security?.privileged?.value ?? false,
    capabilities: [...(security?.capabilities?.value ?? [])],
    readOnlyRoot: security?.readOnlyRootFilesystem?.value ?? false,
    hostNetwork: pod.hostNetwork?.value ?? false,
    hostPaths: pod.volumes.flatMap(({ name, source }) =>
      "kind" in source && source.kind === "hostPath" && mounted.has(name) ? [source.path] : [],
    ),
    hostPorts: container.ports.flatMap(({ hostPort }) =>
      hostPort === undefined ? [] : [String(hostPort.value)],
    ),
    memoryLimit: container.resources.memoryLimit?.value ?? "",
  };
}
