import path from "node:path";
import type { Resource } from "../../../kubernetes/index.ts";
import {
  at,
  items,
  type Location,
  type Node,
  ofKind,
  type Project,
  type Source,
  text,
} from "../../../project/index.ts";
import { type Refusal, type Release, renderChart } from "../chart/index.ts";
import { type ChartRenderer, installed, type LocalChart, type LocalCharts } from "../helm/index.ts";
import { type Edit, edited, editsOf } from "./edits.ts";
import { type Gap, isFalcoName, isFalcosOwn, isRemote, namedIn, type OwnGap, ownGaps } from "./gaps.ts";
import { generated } from "./generators.ts";
import { installationsIn } from "./inflate.ts";
import { type Item, itemOf } from "./item.ts";
import { Budget, type Kustomization, type Reader } from "./kustomization.ts";
import { fieldSpec, nameReferences, referring } from "./references.ts";
import { transformed } from "./transformers.ts";
import { filled, VariableNames, withVariables } from "./vars.ts";

/** What one kustomization makes that no other one builds on. */
export interface Overlay {
  /** Its folder. */
  readonly name: string;
  readonly resources: readonly Resource[];
  /** What it, or what it builds on, uses and what is not read. */
  readonly gaps: readonly Gap[];
  /** Why charts make nothing of their values. */
  readonly refusals: readonly Refusal[];
  /** What charts made of it. */
  readonly inflated: ReadonlyMap<Resource, Release>;
  /** ConfigMaps and Secrets that the fields of other kinds than Kubernetes' own do not find under their name. */
  readonly hashed: ReadonlySet<Resource>;
  /** ConfigMaps and Secrets that have more keys than are known, with what brings those. */
  readonly open: ReadonlyMap<Resource, Location>;
}

export interface Kustomizations {
  readonly overlays: readonly Overlay[];
  /** Files that are applied through a kustomization, or are parts of one, and so not by themselves. */
  readonly files: ReadonlySet<string>;
}

export function readKustomizations(
  project: Project,
  resources: readonly Resource[],
  helm: Helm,
): Kustomizations {
  return new Kustomizer(project, resources, helm).read();
}

/** The charts of the repository, and what renders them. */
interface Helm {
  readonly charts: LocalCharts;
  readonly renderer: ChartRenderer;
}

/** More than this is an attack, not a cluster: bases can name bases that name bases ... */
const maxResources = 20_000;
const maxSteps = 5_000_000;
/** Each kustomization goes over all its objects several times, references among them. */
const stepsOfBuild = 25;

interface Built {
  readonly items: readonly Item[];
  readonly gaps: ReadonlySet<Gap>;
  readonly refusals: ReadonlySet<Refusal>;
  /** What its files under `configurations` hold, and those below. */
  readonly configurations: ReadonlySet<Node>;
  readonly variables: VariableNames;
}

const nothing: Built = {
  items: [],
  gaps: new Set(),
  refusals: new Set(),
  configurations: new Set(),
  variables: new VariableNames(),
};

class Kustomizer implements Reader {
  readonly #project: Project;
  readonly #helm: Helm;
  readonly #resources = new Map<string, Resource[]>();
  readonly #kustomizations = new Map<string, Kustomization>();
  readonly #sources = new Map<string, Source>();
  readonly #files = new Set<string>();
  readonly #used = new Set<string>();
  readonly #built = new Map<string, Built>();
  readonly #budget = new Budget(maxSteps);
  readonly #filling = new Budget(maxSteps);
  /** What Argo CD and Flux change before it is built. */
  readonly #edits: readonly Edit[];
  /** Files of patches and the like that the current kustomization names and that do not exist. */
  #unread: OwnGap[] = [];

  constructor(project: Project, resources: readonly Resource[], helm: Helm) {
    this.#project = project;
    this.#helm = helm;
    this.#edits = editsOf(resources);
    for (const resource of resources) {
      const { file } = resource.source;
      const same = this.#resources.get(file);
      if (same === undefined) this.#resources.set(file, [resource]);
      else same.push(resource);
    }
  }

  read(): Kustomizations {
    for (const source of this.#project.sources) {
      if (source.embedding === undefined) this.#sources.set(source.file, source);
    }
    for (const source of ofKind(this.#project, "kustomization")) {
      const root = source.documents[0]?.root;
      const folder = path.posix.dirname(source.file);
      if (root?.kind === "map") this.#kustomizations.set(folder, { folder, source, root });
    }
    const built = [...this.#kustomizations.values()]
      .filter(({ root }) => text(at(root, "kind")) !== "Component")
      .map((kustomization) => ({ kustomization, result: this.#build(kustomization, new Set()) }));
    const edited = this.#edits.flatMap((edit) => this.#edited(edit) ?? []);
    const overlays = built
      .filter(({ kustomization }) => !this.#used.has(kustomization.folder))
      .map(({ kustomization, result }) => this.#overlay(kustomization, result));
    for (const component of this.#kustomizations.values()) this.#keepParts(component);
    return { overlays: [...overlays, ...edited], files: this.#files };
  }

  /** What Argo CD or Flux makes of a kustomization, instead of what is made of the one in the folder. */
  #edited({ folder, options }: Edit): Overlay | undefined {
    const kustomization = this.#kustomizations.get(folder);
    if (kustomization === undefined) return undefined;
    this.#used.add(folder);
    const root = edited(kustomization.root, options);
    const made = this.#buildOn([], { ...kustomization, root }, new Set([folder]));
    return this.#overlay(kustomization, { ...made, items: referred(made) });
  }

  /** What a component brings is not applied by itself, whether an overlay chooses the component or none does. */
  #keepParts({ folder, root }: Kustomization): void {
    if (text(at(root, "kind")) !== "Component") return;
    for (const [name] of namedIn(root, ["resources"])) this.source(folder, name);
  }

  source(folder: string, name: string): Source | undefined {
    const file = resolve(folder, name);
    this.#files.add(file);
    return this.#sources.get(file);
  }

  chart(folder: string): LocalChart | undefined {
    const chart = this.#helm.charts.at(folder);
    for (const source of [chart?.source, chart?.values])
      if (source !== undefined) this.#files.add(source.file);
    return chart;
  }

  documents(folder: string, name: Node): Node[] {
    const source = this.source(folder, text(name) ?? "");
    if (source === undefined) this.#unread.push(gapAt(text(name) ?? "", name));
    return (source?.documents ?? []).flatMap(({ root }) => root ?? []);
  }

  #build(kustomization: Kustomization, above: ReadonlySet<string>): Built {
    const { folder } = kustomization;
    // A kustomization that contains itself is refused by kustomize.
    if (above.has(folder)) return nothing;
    const known = this.#built.get(folder);
    if (known !== undefined) return known;
    const made = this.#buildOn([], kustomization, new Set(above).add(folder));
    const built = { ...made, items: referred(made) };
    this.#built.set(folder, built);
    return built;
  }

  /** The output of a kustomization for its resources, and, for a component, for the objects so far. */
  #buildOn(given: readonly Item[], kustomization: Kustomization, within: ReadonlySet<string>): Built {
    const { folder, root } = kustomization;
    if (!this.#budget.spend(stepsOfBuild))
      return { ...nothing, items: given, gaps: new Set([boundAt(kustomization)]) };
    const own = ownGaps(kustomization, this);
    const gaps = new Set<Gap>();
    const configurations = new Set(this.#configurations(kustomization));
    const refusals = new Set<Refusal>();
    const variables = new VariableNames();
    const add = (built: Built): void => {
      for (const gap of built.gaps) gaps.add(gap);
      for (const refusal of built.refusals) refusals.add(refusal);
      for (const document of built.configurations) configurations.add(document);
      variables.merge(built.variables);
    };
    const loaded = [...given];
    for (const [name, node] of namedIn(root, ["resources", "bases"])) {
      if (loaded.length > maxResources) {
        gaps.add(boundAt(kustomization));
        break;
      }
      const built = this.#load(folder, name, within);
      if (built === undefined) own.push(gapAt(name, node));
      else {
        loaded.push(...built.items);
        add(built);
      }
    }
    let current = generated(kustomization, loaded, this);
    for (const installation of installationsIn(kustomization, this)) {
      const made = installed(installation, this.#helm.renderer, true);
      for (const refusal of made.refusals) refusals.add(refusal);
      current = current.concat(
        // An object whose template names no namespace has none in what kustomize makes.
        made.resources.map((resource) =>
          itemOf({ ...resource, namespace: text(at(resource.root, "metadata", "namespace")) }),
        ),
        made.releases.flatMap((release) =>
          renderChart(release).map((resource) => itemOf(resource, { release })),
        ),
      );
    }
    for (const node of items(at(root, "components"))) {
      const built = this.#addComponent(current, resolve(folder, text(node) ?? ""), within);
      if (built === undefined) own.push(gapAt(text(node) ?? "", node));
      else {
        current = built.items;
        add(built);
      }
    }
    if (this.#budget.spend(stepsOfBuild * current.length))
      current = transformed(kustomization, current, this, this.#budget);
    const marked = withVariables(kustomization, current, this.#budget);
    variables.declare(kustomization);
    own.push(...marked.gaps, ...variables.twice);
    if (this.#budget.isSpent) gaps.add(boundAt(kustomization));
    for (const gap of this.#gapsAmong(own, current)) gaps.add(gap);
    const made = variables.isRefused ? [] : marked.items;
    return { items: made, gaps, refusals, configurations, variables };
  }

  /** What a kustomization itself does not read, with the files that were missed on the way. */
  #gapsAmong(own: readonly OwnGap[], made: readonly Item[]): Gap[] {
    const makesFalco = made.some(({ resource }) => isFalcosOwn(resource));
    const all = [...own, ...this.#unread];
    this.#unread = [];
    return all.map((gap) => ({ ...gap, isFalcos: makesFalco || isFalcoName(gap.name) }));
  }

  /** What the files under `configurations` hold. */
  #configurations({ folder, root }: Kustomization): Node[] {
    return items(at(root, "configurations")).flatMap((node) => this.documents(folder, node));
  }

  /** What a kustomization makes that no other one builds on: only there are `vars` filled in. */
  #overlay(kustomization: Kustomization, built: Built): Overlay {
    const fields = [...built.configurations].flatMap((document) =>
      items(at(document, "varReference")).map(fieldSpec),
    );
    const made = filled(built.items, fields, this.#filling);
    const gaps = new Set([...built.gaps, ...this.#gapsAmong(made.gaps, made.items)]);
    if (made.items !== built.items && this.#filling.isSpent) gaps.add(boundAt(kustomization));
    return overlayOf(kustomization.folder, { ...built, items: made.items, gaps });
  }

  /** @returns undefined for a component that does not exist */
  #addComponent(given: readonly Item[], folder: string, within: ReadonlySet<string>): Built | undefined {
    const component = this.#kustomizations.get(folder);
    if (component === undefined) return undefined;
    this.#used.add(folder);
    if (within.has(folder)) return { ...nothing, items: given };
    return this.#buildOn(given, component, new Set(within).add(folder));
  }

  /** @returns undefined for a file or folder that does not exist */
  #load(folder: string, name: string, above: ReadonlySet<string>): Built | undefined {
    const target = resolve(folder, name);
    const nested = this.#kustomizations.get(target);
    if (nested !== undefined) {
      this.#used.add(target);
      return this.#build(nested, above);
    }
    if (this.source(folder, name) === undefined) return undefined;
    const items = (this.#resources.get(target) ?? []).map((resource) => itemOf(resource));
    return { ...nothing, items };
  }
}

function gapAt(name: string, node: Node): OwnGap {
  return { kind: isRemote(name) ? "remote" : "absent", name, node };
}

/** Whether the rest would be Falco's is not known, and so reported of any kustomization. */
function boundAt({ folder, root }: Kustomization): Gap {
  const node = at(root, "resources") ?? at(root, "bases") ?? at(root, "components") ?? root;
  return { kind: "bound", name: folder, node, isFalcos: true };
}

function referred({ items: built, configurations }: Built): readonly Item[] {
  return referring(built, [...configurations].flatMap(nameReferences));
}

function overlayOf(name: string, { items: built, gaps, refusals, configurations }: Built): Overlay {
  const references = [...configurations].flatMap(nameReferences);
  return {
    name,
    resources: built.map(({ resource }) => resource),
    gaps: [...gaps],
    refusals: [...refusals],
    inflated: new Map(
      built.flatMap(({ resource, release }) => (release === undefined ? [] : [[resource, release] as const])),
    ),
    hashed: new Set(
      built.flatMap(({ resource, hashed }) => {
        const isFollowed = references.some(({ kind }) => kind === resource.kind);
        return hashed === true && !isFollowed ? [resource] : [];
      }),
    ),
    open: new Map(
      built.flatMap(({ resource, open }) => (open === undefined ? [] : [[resource, open] as const])),
    ),
  };
}

function resolve(folder: string, name: string): string {
  return path.posix.join(folder, name.replace(/(?<!\/)\/+$/, "") || ".");
}
