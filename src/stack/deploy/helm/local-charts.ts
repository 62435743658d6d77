import path from "node:path";
import { at, items, type Node, ofKind, type Project, type Source, text } from "../../../project/index.ts";

/** A chart whose folder is in the repository. */
export interface LocalChart {
  readonly kind: "local";
  readonly folder: string;
  readonly name: string;
  /** What Chart.yaml says. */
  readonly source: Source;
  readonly root: Node;
  /** Its own values.yaml. */
  readonly values: Source | undefined;
  /** The versions that Helm took of the charts that it depends on, as Chart.lock says. */
  readonly locked: ReadonlyMap<string, Node>;
  /** Names of the charts that it has in `charts/`. */
  readonly vendored: ReadonlySet<string>;
}

/** The charts of a repository, by their folders. */
export class LocalCharts {
  readonly #charts = new Map<string, LocalChart>();

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
    for (const { folder, source, root } of charts) {
      const inner = charts.filter(
        (other) => path.posix.dirname(other.folder) === path.posix.join(folder, "charts"),
      );
      this.#charts.set(folder, {
        kind: "local",
        folder,
        source,
        root,
        name: text(at(root, "name")) ?? "",
        values: files.get(path.posix.join(folder, "values.yaml")),
        locked: lockedIn(files.get(path.posix.join(folder, "Chart.lock"))),
        vendored: new Set(inner.map((chart) => text(at(chart.root, "name")) ?? "")),
      });
    }
  }

  get all(): Iterable<LocalChart> {
    return this.#charts.values();
  }

  /** Whether another chart of the repository has it in `charts/`. */
  isHeld({ folder }: LocalChart): boolean {
    const above = path.posix.dirname(folder);
    return path.posix.basename(above) === "charts" && this.at(path.posix.dirname(above)) !== undefined;
  }

  /** The chart in a folder, named from the workspace root. */
  at(folder: string): LocalChart | undefined {
    return this.#charts.get(path.posix.normalize(folder).replace(/^\/+|\/+$/g, "") || ".");
  }
}

function lockedIn(lock: Source | undefined): ReadonlyMap<string, Node> {
  return new Map(
    items(at(lock?.documents[0]?.root, "dependencies")).flatMap((dependency) => {
      const [name, version] = [text(at(dependency, "name")), at(dependency, "version")];
      return name === undefined || version === undefined ? [] : [[name, version] as const];
    }),
  );
}
