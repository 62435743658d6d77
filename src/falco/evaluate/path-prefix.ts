import { compileGlob } from "./glob.ts";
import { binaryString, upToNul } from "./value.ts";

/** A folder in the searched paths. Without `below` the path ends here, and everything below matches. */
interface Folder {
  below: Folders | undefined;
}

interface Folders {
  readonly named: Map<string, Folder>;
  readonly globs: Map<string, Folder & { readonly matches: (component: Uint8Array) => boolean }>;
}

// Written by hand: no library searches prefixes as the engine's prefix tree does, by components that may be globs.

/**
 * Compiles a test whether one of the paths is a prefix of a path, component by component. Empty components do not
 * count; a component with `*`, `?` or `[` is a glob. Globs are tried only where the component of that name does not
 * lead to a match.
 */
export function compilePathPrefixes(paths: readonly Uint8Array[]): (path: Uint8Array) => boolean {
  const root: Folder = { below: emptyFolders() };
  let any = false;
  for (const path of paths) {
    addPath(root, split(path));
    any = true;
  }
  return (path) => any && matches(root, split(path), 0);
}

function emptyFolders(): Folders {
  return { named: new Map(), globs: new Map() };
}

function addPath(root: Folder, components: readonly Uint8Array[]): void {
  let folder = root;
  for (const component of components) {
    // A shorter path is already there.
    if (folder.below === undefined) return;
    folder = child(folder.below, component);
  }
  folder.below = undefined;
}

function child(folders: Folders, component: Uint8Array): Folder {
  const name = binaryString(component);
  const isGlob = /[?*[]/.test(name);
  const known = isGlob ? folders.globs.get(name) : folders.named.get(name);
  if (known !== undefined) return known;
  const folder: Folder = { below: emptyFolders() };
  if (!isGlob) folders.named.set(name, folder);
  else {
    const globbed = Object.assign(folder, { matches: compileGlob(component) });
    folders.globs.set(name, globbed);
  }
  return folder;
}

function matches(folder: Folder, components: readonly Uint8Array[], at: number): boolean {
  if (folder.below === undefined) return true;
  const component = components[at];
  if (component === undefined) return false;
  const named = folder.below.named.get(binaryString(component));
  if (named !== undefined && matches(named, components, at + 1)) return true;
  for (const glob of folder.below.globs.values()) {
    if (glob.matches(upToNul(component)) && matches(glob, components, at + 1)) return true;
  }
  return false;
}

function split(path: Uint8Array): readonly Uint8Array[] {
  const components: Uint8Array[] = [];
  let start = 0;
  for (let i = 0; i <= path.length; i++) {
    if (i < path.length && path[i] !== 0x2f) continue;
    if (i > start) components.push(path.subarray(start, i));
    start = i + 1;
  }
  return components;
}
