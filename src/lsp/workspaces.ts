import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Workspace, type WorkspaceEvents } from "./editor-workspace.ts";
import type { Folder } from "./folder-reader.ts";

/** A document of the editor: the workspace that it is in, and its path there. */
export interface Placed {
  readonly workspace: Workspace;
  readonly file: string;
}

/** The folders that are open in the editor, and files that are open outside of them, each a workspace of its own. */
export class Workspaces {
  readonly #all = new Map<string, Workspace>();
  readonly #events: (folder: Folder) => WorkspaceEvents;

  constructor(events: (folder: Folder) => WorkspaceEvents) {
    this.#events = events;
  }

  addFolder(uri: string): void {
    const root = pathOf(uri);
    if (root !== undefined && !this.#all.has(root)) this.#add({ root, paths: [] });
  }

  async removeFolder(uri: string): Promise<void> {
    const root = pathOf(uri);
    const workspace = root === undefined ? undefined : this.#all.get(root);
    if (root === undefined || workspace === undefined) return;
    this.#all.delete(root);
    await workspace.stop();
  }

  /** The place of a document; undefined for one that is not a file. */
  place(uri: string): Placed | undefined {
    const file = pathOf(uri);
    if (file === undefined) return undefined;
    const around = [...this.#all.values()].filter(({ folder }) => isWithin(folder, file));
    const innermost = around.sort((a, b) => b.folder.root.length - a.folder.root.length)[0];
    const workspace = innermost ?? this.#add({ root: path.dirname(file), paths: [file] }, file);
    return { workspace, file: relative(workspace.folder.root, file) };
  }

  /** The workspaces that a file on disk belongs to, none for a file of no folder. */
  placeOnDisk(uri: string): Placed | undefined {
    const file = pathOf(uri);
    if (file === undefined) return undefined;
    const workspace = [...this.#all.values()].find(({ folder }) => isWithin(folder, file));
    return workspace && { workspace, file: relative(workspace.folder.root, file) };
  }

  get all(): Iterable<Workspace> {
    return this.#all.values();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#all.values()].map((workspace) => workspace.stop()));
    this.#all.clear();
  }

  #add(folder: Folder, key = folder.root): Workspace {
    const workspace = new Workspace(folder, this.#events(folder));
    this.#all.set(key, workspace);
    return workspace;
  }
}

function isWithin({ root, paths }: Folder, file: string): boolean {
  return paths.length === 0 ? file.startsWith(root + path.sep) : paths.includes(file);
}

function relative(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join("/");
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? path.resolve(fileURLToPath(uri)) : undefined;
  } catch {
    // An address that is no path on this machine.
    return undefined;
  }
}

/** The address of a file of a folder. */
export function uriOf({ root }: Folder, file: string): string {
  return pathToFileURL(path.join(root, file)).href;
}

/** The text of a file on disk; undefined where there is none that can be read. */
export function textOnDisk({ root }: Folder, file: string): string | undefined {
  try {
    return readFileSync(path.join(root, file), "utf8").replace(/^\uFEFF/, "");
  } catch {
    return undefined;
  }
}
