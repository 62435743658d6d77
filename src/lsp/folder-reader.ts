import { type Inspection, type InspectOptions, inspect, onDisk } from "../check.ts";
import type { ChangedFiles } from "../project/index.ts";

/** A folder of the editor: what it checks of which workspace. */
export interface Folder {
  readonly root: string;
  /** Files of the root to look at; empty for all. */
  readonly paths: readonly string[];
}

/** Inspects a folder again and again. Files that did not change are not read a second time. */
export class FolderReader {
  readonly #folder: Folder;
  readonly #texts = new Map<string, string | Uint8Array | undefined>();
  #today: Inspection | undefined;

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  /**
   * @param changes texts of files by their path from the root, as far as they differ from what was read last; undefined
   *   for a file that no longer exists
   * @throws UsageError when the configuration is wrong
   */
  async read(changes: ChangedFiles): Promise<Inspection> {
    for (const [file, text] of changes) this.#texts.set(file, text);
    const { root, paths } = this.#folder;
    const options: InspectOptions = { root, overlay: this.#texts };
    this.#today = await inspect(paths, options, onDisk(options, this.#today));
    return this.#today;
  }

  /** Reads everything from disk the next time, as after a change of the configuration or of ignore files. */
  forget(): void {
    this.#today = undefined;
  }
}
