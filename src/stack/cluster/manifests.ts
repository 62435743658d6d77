import type { Resource } from "../../kubernetes/index.ts";
import {
  at,
  embeddedText,
  items,
  type Location,
  type MapNode,
  type Node,
  type Project,
  type ScalarNode,
  Source,
  stringMap,
  type Text,
  text as textOf,
} from "../../project/index.ts";
import { readWorkloads, type Workload } from "./workload.ts";

/** What is known about manifests apart from the resources themselves. */
export interface Surroundings {
  /** Objects that may be applied separately; a name that the manifests lack may mean one of these. */
  readonly elsewhere: readonly Resource[];
  /** Files that kustomizations choose: what is optional and stands in one of these is not there unless it is chosen. */
  readonly chosen: ReadonlySet<string>;
  /** What is applied with them and was not read, so that a name that they lack may be there. */
  readonly unread: { readonly name: string; readonly location: Location } | undefined;
  /** ConfigMaps and Secrets that are applied under another name, which only Kubernetes' own kinds are given. */
  readonly hashed: ReadonlySet<Resource>;
  /** ConfigMaps and Secrets that have more keys than are known, with what brings those. */
  readonly open: ReadonlyMap<Resource, Location>;
}

const alone: Surroundings = {
  elsewhere: [],
  chosen: new Set(),
  unread: undefined,
  hashed: new Set(),
  open: new Map(),
};

/** Who asks for a resource. */
interface Wanted {
  readonly namespace: string | undefined;
  readonly near?: Resource | undefined;
  /** Whether a pod starts without it. */
  readonly optional?: boolean;
}

/** Resources that are applied together, in which names are looked up: plain files, or one kustomize overlay. */
export class Manifests {
  readonly project: Project;
  /** Empty for the plain files of the repository. */
  readonly name: string;
  readonly resources: readonly Resource[];
  readonly workloads: readonly Workload[];
  readonly #byName = new Map<string, Resource[]>();
  /** Sources in other texts, by the text and by their key in it. */
  readonly #embedded: ReadonlyMap<Text, ReadonlyMap<string, readonly Source[]>>;
  readonly #files: ReadonlyMap<Text, Source>;

  readonly #surroundings: Surroundings;

  constructor(
    project: Project,
    name: string,
    resources: readonly Resource[],
    surroundings: Surroundings = alone,
  ) {
    this.project = project;
    this.name = name;
    this.resources = resources;
    this.workloads = readWorkloads(resources);
    this.#surroundings = surroundings;
    for (const resource of resources) {
      const key = `${resource.kind}/${resource.name ?? ""}`;
      const same = this.#byName.get(key);
      if (same === undefined) this.#byName.set(key, [resource]);
      else same.push(resource);
    }
    const embedded = new Map<Text, Map<string, Source[]>>();
    for (const source of project.sources) {
      const { embedding } = source;
      if (embedding === undefined) continue;
      const byKey = embedded.get(embedding.source.text) ?? new Map<string, Source[]>();
      embedded.set(embedding.source.text, byKey);
      const same = byKey.get(embedding.key);
      if (same === undefined) byKey.set(embedding.key, [source]);
      else same.push(source);
    }
    this.#embedded = embedded;
    this.#files = new Map(project.sources.map((source) => [source.text, source]));
  }

  /** The resource of that kind and name that a pod in that namespace gets. */
  find(kind: string, name: string, { namespace, near, optional = false }: Wanted): Resource | undefined {
    const { elsewhere, chosen } = this.#surroundings;
    const fits = (candidate: Resource): boolean => inSameNamespace(candidate.namespace, namespace);
    const own = this.named(kind, name).filter(fits);
    const fitting =
      own.length > 0
        ? own
        : elsewhere.filter(
            (other) =>
              other.kind === kind &&
              other.name === name &&
              fits(other) &&
              !(optional && chosen.has(other.source.file)),
          );
    const exact = fitting.filter((candidate) => candidate.namespace === namespace);
    // Folders for several clusters have the same names: the closest is meant.
    const candidates = exact.length > 0 ? exact : fitting;
    return candidates.reduce<Resource | undefined>(
      (best, next) => (best === undefined || closeness(next, near) > closeness(best, near) ? next : best),
      undefined,
    );
  }

  /** Whether two objects are alternatives to each other: of a folder of examples each file is tried by itself. */
  areAlternatives({ source: { file } }: Resource, { source: { file: other } }: Resource): boolean {
    return this.name === "" && file !== other && (examples.test(file) || examples.test(other));
  }

  get unread(): Surroundings["unread"] {
    return this.#surroundings.unread;
  }

  /** Whether it is applied under another name, which the fields of other kinds are not given. */
  isHashed(resource: Resource): boolean {
    return this.#surroundings.hashed.has(resource);
  }

  /** What brings a ConfigMap or Secret further keys that are not known. */
  openAt(resource: Resource): Location | undefined {
    return this.#surroundings.open.get(resource);
  }

  /** All resources of that kind and name, in any namespace. */
  named(kind: string, name: string): readonly Resource[] {
    return this.#byName.get(`${kind}/${name}`) ?? [];
  }

  /** Pods in that namespace whose labels match a plain selector. */
  selected(selector: ReadonlyMap<string, string>, by: Resource): Workload[] {
    return this.workloads
      .filter((workload) => isSelected(workload, selector, by))
      .sort((a, b) => closeness(b.resource, by) - closeness(a.resource, by));
  }

  /** The source that a value of a ConfigMap or of Helm values holds. */
  sourceIn(holder: MapNode, key: string, node: ScalarNode, kind: Source["kind"]): Source {
    const file = this.#files.get(node.text);
    if (file !== undefined && node.span.start === 0 && node.span.end === node.text.content.length)
      return file;
    const found = this.#embedded
      .get(node.text)
      ?.get(key)
      ?.find((source) => {
        const { start } = source.text.toFile({ start: 0, end: 1 }).span;
        return start >= node.span.start && start <= node.span.end;
      });
    // A replacement may have made another text of it.
    if (found !== undefined && found.text.content === textOf(node)) return found;
    const text = embeddedText(node);
    return file === undefined
      ? new Source(text, kind)
      : new Source(text, kind, { source: file, holder, key });
  }
}

/** How much of the path two resources share: the file, the folder, the folder above ... */
function closeness(resource: Resource, near: Resource | undefined): number {
  if (near === undefined) return 0;
  const [a, b] = [resource.source.file, near.source.file];
  if (a === b) return Number.MAX_SAFE_INTEGER;
  const parts = b.split("/");
  const other = a.split("/");
  const shared = parts.findIndex((part, index) => part !== other[index]);
  return shared === -1 ? parts.length : shared;
}

/** Whether the plain selector of a resource selects a pod; one without labels selects none. */
export function isSelected(
  { resource, labels }: Workload,
  selector: ReadonlyMap<string, string>,
  by: Resource,
): boolean {
  return (
    selector.size > 0 &&
    inSameNamespace(resource.namespace, by.namespace) &&
    [...selector].every(([key, value]) => labels.get(key) === value)
  );
}

const examples = /(?:^|\/)(?:examples?|samples?)\//i;

/** Whether two objects can be in one namespace; one that is not written is whatever the other is. */
export function inSameNamespace(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** Whether a label selector with `matchLabels` and `matchExpressions` takes these labels. */
export function selects(selector: MapNode | undefined, labels: ReadonlyMap<string, string>): boolean {
  if (selector === undefined) return false;
  for (const [key, value] of stringMap(at(selector, "matchLabels")))
    if (labels.get(key) !== value) return false;
  return items(at(selector, "matchExpressions")).every((expression) => matchesExpression(expression, labels));
}

function matchesExpression(expression: Node, labels: ReadonlyMap<string, string>): boolean {
  const actual = labels.get(textOf(at(expression, "key")) ?? "");
  const values = items(at(expression, "values")).map(textOf);
  switch (textOf(at(expression, "operator"))) {
    case "In":
      return actual !== undefined && values.includes(actual);
    case "NotIn":
      return actual === undefined || !values.includes(actual);
    case "Exists":
      return actual !== undefined;
    case "DoesNotExist":
      return actual === undefined;
    default:
      return false;
  }
}
