import { Limits } from "./limits.js";
import { Revision } from "./revision.js";
import { Text } from "./source-text.js";
/** A file that was left out, and why, so that nothing is dropped silently. */
export interface SkippedFile {
    readonly file: string;
    readonly reason: string;
    /** Whether it holds no text, as what is encrypted, so that it can be no rules file and no manifest. */
    readonly binary?: true;
}
/** A file of a chart's folder that is not among the texts: an archive in `charts/`, or what templates read. */
export interface ChartFile {
    readonly file: string;
    /** Undefined where it is gone, too large or no regular file. */
    readonly read: () => Uint8Array | undefined;
}
export interface Discovery {
    readonly texts: readonly Text[];
    readonly skipped: readonly SkippedFile[];
    /** Reads the program code in the languages that plugins of Falco are written in; few repositories need it. */
    readonly code?: () => readonly Text[];
    readonly chartFiles?: readonly ChartFile[] | undefined;
}
export interface DiscoverOptions {
    /** The workspace: no file outside it is read. */
    readonly root: string;
    /** Files and folders, absolute or from `root`; empty means the whole workspace. */
    readonly paths: readonly string[];
    /** Patterns in the syntax of .gitignore to leave out, in addition to the ignore files. */
    readonly exclude?: readonly string[];
    /** The revision whose ignore files count. Default: the files on disk. */
    readonly ignoresOf?: Revision | undefined;
    /** The revision to look at, where it is not the files on disk. */
    readonly revision?: Revision | undefined;
    /** A larger file is skipped. */
    readonly maxFileBytes?: number;
    readonly limits?: Limits | undefined;
}
/** Whether a file says which others are left out. */
export declare function isIgnoreFile(file: string): boolean;
/**
 * Finds the files to check: those named, and all YAML, JSON, Markdown and `.env` files below the folders named.
 * Ignore files and common build folders are honoured in folders, not for a file that is named itself. Symbolic links
 * are followed only for a path that is named, and only within the workspace.
 *
 * @throws UsageError when a named path does not exist or is outside the workspace
 */
export declare function discover(options: DiscoverOptions): Discovery;
/**
 * What {@link discover} would have found in an earlier revision.
 *
 * @param options with that revision
 * @param today what is found on disk, with the same options otherwise
 */
export declare function discoverEarlier(options: DiscoverOptions, today: Discovery): Discovery;
/** Whether a file is read for its name; one that is named itself is read whatever it is called. */
export declare function isReadable(file: string): boolean;
/** Whether a path may be one of a {@link ChartFile}: an archive in `charts/`, or below a folder that has a Chart.yaml today. */
export declare function isInChart(file: string, root: string): boolean;
