import type { Resource } from "../kubernetes/index.ts";
import { entries, items, type Location, type Node, type Project, type Text } from "../project/index.ts";
import { inSameNamespace } from "./cluster/index.ts";
import { type Stack, stackWorkloads } from "./model/index.ts";

/** Which files and manifests a check is about. */
export interface Scope {
  readonly kind: "falco" | "all";
  /** Whether a location belongs to the subject of the check. */
  includes(location: Location): boolean;
  /** Whether anything in a file does. */
  includesFile(text: Text): boolean;
  /** How many manifests are left out. */
  readonly leftOut: number;
}

/** Every file and every manifest. */
export const everything: Scope = {
  kind: "all",
  includes: () => true,
  includesFile: () => true,
  leftOut: 0,
};

const falco = /falco/i;

/**
 * Falco's deployments and what they need. A manifest belongs to them if its path or its text names Falco, or if it has
 * a name that Falco's or falcosidekick's workload refers to (a ConfigMap, a Secret, a ServiceAccount), or if rules or
 * configuration of Falco are in it. Of other files those belong to them whose path or text names Falco.
 */
export function falcoScope(
  project: Project,
  resources: readonly Resource[],
  stacks: readonly Stack[],
): Scope {
  const named = referredNames(stacks);
  const holders = new Set(project.sources.flatMap(({ embedding }) => embedding?.holder ?? []));
  const isReferred = ({ name, namespace }: Resource): boolean =>
    name !== undefined && (named.get(name) ?? []).some((other) => inSameNamespace(other, namespace));
  const inside = (resource: Resource): boolean =>
    falco.test(resource.source.file) ||
    falco.test(slice(resource)) ||
    holders.has(resource.root) ||
    isReferred(resource);

  const members = new Set<Resource>();
  const byFile = new Map<Text, Resource[]>();
  for (const resource of resources) {
    if (inside(resource)) members.add(resource);
    const { text } = resource.source;
    byFile.set(text, [...(byFile.get(text) ?? []), resource]);
  }
  const texts = new Map<Text, boolean>();
  const namesFalco = (text: Text): boolean => {
    const known = texts.get(text) ?? (falco.test(text.file) || falco.test(text.content));
    texts.set(text, known);
    return known;
  };
  return {
    kind: "falco",
    includes: ({ text, span }) => {
      const { text: file, span: inFile } = text.toFile(span);
      const around = byFile.get(file)?.find((resource) => holds(resource, inFile.start));
      return around === undefined ? namesFalco(file) : members.has(around);
    },
    includesFile: (text) => byFile.get(text)?.some((resource) => members.has(resource)) ?? namesFalco(text),
    leftOut: resources.length - members.size,
  };
}

function slice({ text, span }: Location): string {
  return text.content.slice(span.start, span.end);
}

function holds({ span }: Location, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

/** Every text in the workloads of the stacks, any of which may be a name, with their namespaces. */
function referredNames(stacks: readonly Stack[]): Map<string, (string | undefined)[]> {
  const names = new Map<string, (string | undefined)[]>();
  for (const { resource } of stackWorkloads(stacks))
    for (const name of textsIn(resource.root))
      names.set(name, [...(names.get(name) ?? []), resource.namespace]);
  return names;
}

function* textsIn(node: Node | undefined): Iterable<string> {
  if (node === undefined) return;
  if (node.kind === "scalar") {
    if (typeof node.value === "string") yield node.value;
    return;
  }
  for (const { value } of entries(node)) yield* textsIn(value);
  for (const item of items(node)) yield* textsIn(item);
}
