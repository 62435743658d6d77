import path from "node:path";
import type { Project, Source } from "../../../project/index.ts";

/** The files of a repository as a script names them, whose folder of work nobody knows. */
export class NamedFiles {
  readonly #files: ReadonlyMap<string, Source>;

  constructor(project: Project) {
    this.#files = new Map(
      project.sources
        .filter(({ embedding }) => embedding === undefined)
        .map((source) => [source.file, source]),
    );
  }

  /** By a path from the script's own folder, from the workspace root, or the only file whose path ends so. */
  find(name: string, script: string): Source | undefined {
    const own =
      this.#files.get(path.posix.join(path.posix.dirname(script), name)) ??
      this.#files.get(path.posix.normalize(name));
    if (own !== undefined) return own;
    // What a variable or the way up leads to is not known, what follows is.
    const tail = name
      .replace(/^(?:\$\{[^}]*\}|\$\([^)]*\)|\.{1,2}(?=\/)|\/)+/, "")
      .replace(/^(?:\.{0,2}\/)+/, "");
    if (tail === "" || /[${}*]/.test(tail)) return undefined;
    const found = [...this.#files.values()].filter(({ file }) => file === tail || file.endsWith(`/${tail}`));
    return found.length === 1 ? found[0] : undefined;
  }
}
