import type { Location, MapNode, Source } from "../../project/index.js";
import type { Unknown } from "../evidence/index.js";
import type { Artifact } from "./artifact.js";
/** The content of a path in a container. */
export type Content = {
    readonly kind: "source";
    readonly source: Source;
}
/** A YAML file that a chart or an operator makes of values; its nodes have the positions of the values. */
 | {
    readonly kind: "made";
    readonly root: MapNode;
}
/** Installed by falcoctl before Falco starts. */
 | {
    readonly kind: "artifact";
    readonly artifact: Artifact;
} | (Unknown & {
    readonly kind: "unknown";
});
export interface File {
    /** Absolute path in the container. */
    readonly path: string;
    readonly content: Content;
    /** What puts it there: the volume mount. */
    readonly location: Location;
}
/** What a volume brings. */
export type VolumeContent = {
    readonly kind: "files";
    /** By path from the volume's root. */
    readonly files: ReadonlyMap<string, Content>;
    /** Why there may be more files than these. */
    readonly more: Unknown | undefined;
    /** Whether Falco finds the directory and the image's own files under it are hidden. */
    readonly location: Location;
} | {
    readonly kind: "host";
    readonly path: string;
    readonly location: Location;
} | {
    readonly kind: "unknown";
    readonly unknown: Unknown;
};
export interface Mount {
    /** Absolute path in the container, without a slash at the end. */
    readonly path: string;
    /** Path in the volume that is mounted there; empty for all of it. */
    readonly subPath: string;
    readonly readOnly: boolean;
    readonly volume: VolumeContent;
    readonly location: Location;
}
export type Lookup = {
    readonly kind: "file";
    readonly file: File;
}
/** Files in order of their names, without those in folders below. */
 | {
    readonly kind: "directory";
    readonly files: readonly File[];
    readonly more: Unknown | undefined;
    readonly location: Location;
}
/** A mount hides what the image has there, and brings no such file. */
 | {
    readonly kind: "absent";
    readonly location: Location;
}
/** Nothing is mounted there or above: what the image has. */
 | {
    readonly kind: "image";
} | {
    readonly kind: "unknown";
    readonly unknown: Unknown;
};
/** The files of one container, as far as its mounts decide them. */
export declare class FileSystem {
    #private;
    readonly mounts: readonly Mount[];
    constructor(mounts: readonly Mount[]);
    find(path: string): Lookup;
    /** The node's own path that is mounted at a path in the container; undefined where it is something else. */
    hostPath(path: string): string | undefined;
    /** What of a directory of the image single files are mounted into. */
    mountedIn(directory: string): readonly File[];
}
export declare function isBelow(path: string, directory: string): boolean;
/** An absolute path without doubled slashes, `.`, `..` and a slash at the end. */
export declare function normalize(path: string): string;
export declare function join(...parts: readonly string[]): string;
