import type { Location, MapNode, Source } from "../../project/index.ts";
import type { Unknown } from "../evidence/index.ts";
import type { Artifact } from "./artifact.ts";

/** The content of a path in a container. */
export type Content =
  | { readonly kind: "source"; readonly source: Source }
  /** A YAML file that a chart or an operator makes of values; its nodes have the positions of the values. */
  | { readonly kind: "made"; readonly root: MapNode }
  /** Installed by falcoctl before Falco starts. */
  | { readonly kind: "artifact"; readonly artifact: Artifact }
  | (Unknown & { readonly kind: "unknown" });

export interface File {
  /** Absolute path in the container. */
  readonly path: string;
  readonly content: Content;
  /** What puts it there: the volume mount. */
  readonly location: Location;
}

/** What a volume brings. */
export type VolumeContent =
  | {
      readonly kind: "files";
      /** By path from the volume's root. */
      readonly files: ReadonlyMap<string, Content>;
      /** Why there may be more files than these. */
      readonly more: Unknown | undefined;
      /** Whether Falco finds the directory and the image's own files under it are hidden. */
      readonly location: Location;
    }
  | { readonly kind: "host"; readonly path: string; readonly location: Location }
  | { readonly kind: "unknown"; readonly unknown: Unknown };

export interface Mount {
  /** Absolute path in the container, without a slash at the end. */
  readonly path: string;
  /** Path in the volume that is mounted there; empty for all of it. */
  readonly subPath: string;
  readonly readOnly: boolean;
  readonly volume: VolumeContent;
  readonly location: Location;
}

export type Lookup =
  | { readonly kind: "file"; readonly file: File }
  /** Files in order of their names, without those in folders below. */
  | {
      readonly kind: "directory";
      readonly files: readonly File[];
      readonly more: Unknown | undefined;
      readonly location: Location;
    }
  /** A mount hides what the image has there, and brings no such file. */
  | { readonly kind: "absent"; readonly location: Location }
  /** Nothing is mounted there or above: what the image has. */
  | { readonly kind: "image" }
  | { readonly kind: "unknown"; readonly unknown: Unknown };

/** The files of one container, as far as its mounts decide them. */
export class FileSystem {
  readonly mounts: readonly Mount[];

  constructor(mounts: readonly Mount[]) {
    // The deepest mount decides.
    this.mounts = [...mounts].sort((a, b) => b.path.length - a.path.length);
  }

  find(path: string): Lookup {
    const wanted = normalize(path);
    const mount = this.mounts.find(
      (candidate) => wanted === candidate.path || isBelow(wanted, candidate.path),
    );
    if (mount === undefined) return this.#inImage(wanted);
    const { volume } = mount;
    const inner = join(mount.subPath, wanted.slice(mount.path.length + 1));
    if (volume.kind === "unknown") return { kind: "unknown", unknown: volume.unknown };
    if (volume.kind === "host") {
      const why = `${wanted} comes from the node's own ${join(`/${volume.path}`, inner)}.`;
      const remedy = "Mount it from a ConfigMap that is in the repository.";
      return { kind: "unknown", unknown: { state: "unknown", why, remedy, evidence: mount.location } };
    }
    const content = volume.files.get(inner);
    if (content !== undefined)
      return { kind: "file", file: { path: wanted, content, location: mount.location } };
    const prefix = inner === "" ? "" : `${inner}/`;
    const below = [...volume.files].flatMap(([name, item]) => {
      const rest = name.startsWith(prefix) ? name.slice(prefix.length) : "";
      return rest === "" || rest.includes("/")
        ? []
        : [{ path: `${wanted}/${rest}`, content: item, location: mount.location }];
    });
    if (inner === "" || below.length > 0) {
      const files = [...below, ...this.#mountedBelow(wanted)].sort(byPath);
      return { kind: "directory", files, more: volume.more, location: mount.location };
    }
    if (volume.more !== undefined) return { kind: "unknown", unknown: volume.more };
    return { kind: "absent", location: mount.location };
  }

  /** The node's own path that is mounted at a path in the container; undefined where it is something else. */
  hostPath(path: string): string | undefined {
    const wanted = normalize(path);
    const mount = this.mounts.find(
      (candidate) => wanted === candidate.path || isBelow(wanted, candidate.path),
    );
    if (mount?.volume.kind !== "host") return undefined;
    return normalize(join(mount.volume.path, mount.subPath, wanted.slice(mount.path.length + 1)));
  }

  /** What of a directory of the image single files are mounted into. */
  mountedIn(directory: string): readonly File[] {
    return this.#mountedBelow(normalize(directory)).sort(byPath);
  }

  #inImage(path: string): Lookup {
    // A directory that only exists because something is mounted below it.
    const below = this.#mountedBelow(path);
    if (below.length === 0 || imageDirectories.has(path)) return { kind: "image" };
    return { kind: "directory", files: below.sort(byPath), more: undefined, location: below[0]!.location };
  }

  /** Single files mounted right into a directory. */
  #mountedBelow(directory: string): File[] {
    return this.mounts.flatMap((mount) => {
      if (!isBelow(mount.path, directory) || mount.path.slice(directory.length + 1).includes("/")) return [];
      const found = this.find(mount.path);
      return found.kind === "file" ? [found.file] : [];
    });
  }
}

/** Directories of Falco's image that have files of their own. */
const imageDirectories = new Set(["/etc/falco", "/etc/falco/config.d"]);

const byPath = (a: File, b: File): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

export function isBelow(path: string, directory: string): boolean {
  if (directory === "/") return path.length > 1;
  return path.length > directory.length && path.startsWith(directory) && path[directory.length] === "/";
}

/** An absolute path without doubled slashes, `.`, `..` and a slash at the end. */
export function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

export function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("/");
}
