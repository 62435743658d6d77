import path from "node:path";
import {
  at,
  items,
  type Node,
  ofKind,
  type Project,
  type Source,
  text,
  withEntry,
} from "../../../project/index.ts";
import { type ChartPart, type Held, heldIn, partsBelow, renamed } from "./chart-parts.ts";

/** A chart whose folder is in the repository. */
export interface LocalChart {
  readonly kind: "local";
  readonly folder: string;
  readonly name: string;
  readonly source: Source;
  /** Of Chart.yaml. */
  readonly root: Node;
  /** Its own values.yaml. */
  readonly values: Source | undefined;
  /** The versions that Helm took of the charts that it depends on, as Chart.lock says. */
  readonly locked: ReadonlyMap<string, Node>;
  /** Names of the charts that it has in `charts/`, and of those in other folders that it takes from there. */
  readonly vendored: ReadonlySet<string>;
  /** Whether its templates, or those of a chart that it holds, make anything of Falco. */
  readonly concernsFalco: boolean;
  /** Its files, with those of the charts that it takes from other folders. */
  readonly parts: readonly ChartPart[];
  /** The folders among them of charts that it takes from other ones. */
  readonly packed: readonly string[];
}

/** What Helm gets of a chart. */
type Contents = Pick<LocalChart, "parts" | "packed">;

/** More than this, charts that take each other from their folders are an attack. */
const maxParts = 10_000;

/** The charts of a repository, by their folders. */
export class LocalCharts {
  readonly #charts = new Map<string, LocalChart>();
  readonly #below: ReadonlyMap<string, readonly ChartPart[]>;
  /** Folders that charts take dependencies from. */
  readonly #taken: ReadonlySet<string>;

  constructor(project: Project) {
    const files = new Map(
      project.sources
        .filter(({ embedding }) => embedding === undefined)
        .map((source) => [source.file, source]),
    );
    const charts = ofKind(project, "helm-chart").flatMap((source) => {
      const root = source.documents[0]?.root;
      return root === undefined ? [] : [{ folder: path.posix.dirname(source.file), source, root }];
    });
    this.#below = partsBelow(project, new Set(charts.map(({ folder }) => folder)));
    for (const { folder, source, root } of charts) {
      const look = lazily(() => this.#contents(folder, new Set()));
      const held = lazily(() => heldIn(look().parts));
      this.#charts.set(folder, {
        kind: "local",
        folder,
        source,
        root: withRequirements(root, files.get(path.posix.join(folder, "requirements.yaml"))),
        name: text(at(root, "name")) ?? "",
        values: files.get(path.posix.join(folder, "values.yaml")),
        locked: lockedIn(lockOf(folder, files)),
        get parts() {
          return look().parts;
        },
        get packed() {
          return look().packed;
        },
        get vendored() {
          return held().names;
        },
        get concernsFalco() {
          return makesFalco(look().parts, held());
        },
      });
    }
    this.#taken = new Set(
      charts.flatMap(({ folder, root }) =>
        items(at(root, "dependencies")).flatMap(
          (dependency) => this.#target(folder, dependency)?.folder ?? [],
        ),
      ),
    );
  }

  get all(): Iterable<LocalChart> {
    return this.#charts.values();
  }

  /** Whether another chart of the repository has it in `charts/`, or takes it from its folder. */
  isHeld({ folder }: LocalChart): boolean {
    if (this.#taken.has(folder)) return true;
    const above = path.posix.dirname(folder);
    return path.posix.basename(above) === "charts" && this.at(path.posix.dirname(above)) !== undefined;
  }

  /** The chart in a folder, named from the workspace root. */
  at(folder: string): LocalChart | undefined {
    return this.#charts.get(path.posix.normalize(folder).replace(/^\/+|\/+$/g, "") || ".");
  }

  /** The chart in the folder that a dependency names as `file://`. */
  #target(folder: string, dependency: Node): LocalChart | undefined {
    const [, target] = /^file:\/\/([^/].*)$/.exec(text(at(dependency, "repository")) ?? "") ?? [];
    return target === undefined ? undefined : this.at(path.posix.join(folder, target));
  }

  /** What `helm dependency build` makes of a folder: dependencies at `file://` are put into `charts/`. */
  #contents(folder: string, above: ReadonlySet<string>): Contents {
    const parts = [...(this.#below.get(folder) ?? [])];
    const packed: string[] = [];
    const within = new Set(above).add(folder);
    for (const dependency of items(at(this.#charts.get(folder)?.root, "dependencies"))) {
      const name = text(at(dependency, "name")) ?? "";
      const other = this.#target(folder, dependency);
      if (other === undefined || within.has(other.folder)) continue;
      const isThere = parts.some((part) => part.name.startsWith(`charts/${name}/`) || isPacked(part, name));
      if (isThere) continue;
      const inner = this.#contents(other.folder, within);
      packed.push(`charts/${name}`, ...inner.packed.map((one) => `charts/${name}/${one}`));
      for (const part of inner.parts) {
        if (parts.length >= maxParts) return { parts, packed };
        parts.push(renamed(part, `charts/${name}/${part.name}`));
      }
    }
    return { parts, packed };
  }
}

/** A chart that another one has in `charts/` as a folder, or takes from one; undefined where it has none of that name. */
export function heldChart({ parts, packed }: LocalChart, name: string): LocalChart | undefined {
  const isOwn = (part: ChartPart) =>
    /^charts\/[^/]+\/Chart\.yaml$/.test(part.name) &&
    text(at(part.source?.documents[0]?.root, "name")) === name;
  const chart = parts.find(isOwn);
  const root = chart?.source?.documents[0]?.root;
  if (chart?.source === undefined || root === undefined) return undefined;
  const folder = path.posix.dirname(chart.name);
  const within = (file: string) => file.startsWith(`${folder}/`);
  const own = parts
    .filter((part) => within(part.name))
    .map((part) => renamed(part, part.name.slice(folder.length + 1)));
  const sourceOf = (file: string) => own.find((part) => part.name === file)?.source;
  const held = heldIn(own);
  return {
    kind: "local",
    folder: path.posix.dirname(chart.source.file),
    name,
    source: chart.source,
    root,
    values: sourceOf("values.yaml"),
    locked: lockedIn(sourceOf("Chart.lock")),
    vendored: held.names,
    concernsFalco: makesFalco(own, held),
    parts: own,
    packed: packed.filter(within).map((one) => one.slice(folder.length + 1)),
  };
}

function isPacked({ name }: ChartPart, chart: string): boolean {
  return name.startsWith(`charts/${chart}-`) && /-v?\d[^/]*\.tgz$/.test(name);
}

/** Whether templates among the files of a chart, or of those that it holds, make anything of Falco. */
export function makesFalco(parts: readonly ChartPart[], held: Held): boolean {
  const templates = parts.filter(({ name }) => /(?:^|\/)templates\/.*\.(?:ya?ml|json|tpl)$/.test(name));
  return (
    held.concernsFalco ||
    templates.some((part) => /falco/i.test(part.text?.content ?? "")) ||
    (held.names.has("falco") && parts.some(({ name }) => /^charts\/.*(?:\/templates\/|\.tgz$)/.test(name)))
  );
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Charts of Helm 2 have their dependencies in a file of their own, which Helm 3 reads for them too. */
function withRequirements(root: Node, requirements: Source | undefined): Node {
  const dependencies = at(requirements?.documents[0]?.root, "dependencies");
  if (root.kind !== "map" || dependencies === undefined || text(at(root, "apiVersion")) === "v2") return root;
  return withEntry(root, "dependencies", dependencies);
}

function lockOf(folder: string, files: ReadonlyMap<string, Source>): Source | undefined {
  return (
    files.get(path.posix.join(folder, "Chart.lock")) ??
    files.get(path.posix.join(folder, "requirements.lock"))
  );
}

function lockedIn(lock: Source | undefined): ReadonlyMap<string, Node> {
  return new Map(
    items(at(lock?.documents[0]?.root, "dependencies")).flatMap((dependency) => {
      const [name, version] = [text(at(dependency, "name")), at(dependency, "version")];
      return name === undefined || version === undefined ? [] : [[name, version] as const];
    }),
  );
}
