import { Text } from "./text.js";
/** A file that was left out, and why, so that nothing is dropped silently. */
export interface SkippedFile {
    readonly file: string;
    readonly reason: string;
    /** Whether it holds no text, as what is encrypted, so that it can be no rules file and no manifest. */
    readonly binary?: true;
}
export interface Discovery {
    readonly texts: readonly Text[];
    readonly skipped: readonly SkippedFile[];
}
export interface DiscoverOptions {
    /** The workspace: no file outside it is read. */
    readonly root: string;
    /** Files and folders, absolute or from `root`; empty means the whole workspace. */
    readonly paths: readonly string[];
    /** Patterns in the syntax of .gitignore to leave out, in addition to the ignore files. */
    readonly exclude?: readonly string[];
    /** A larger file is skipped. */
    readonly maxFileBytes?: number;
    /** More files than this end the search. */
    readonly maxFiles?: number;
}
/**
 * Finds the files to check: those named, and all YAML, JSON, Markdown and `.env` files below the folders named.
 * Ignore files and common build folders are honoured in folders, not for a file that is named itself. Symbolic links
 * are followed only for a path that is named, and only within the workspace.
 *
 * @throws UsageError when a named path does not exist or lies outside the workspace
 */
export declare function discover(options: DiscoverOptions): Discovery;
/**
 * Paths from the workspace root of files that an earlier revision had otherwise, with their text there; undefined
 * where it had no such file.
 */
export type EarlierFiles = ReadonlyMap<string, string | undefined>;
/**
 * What {@link discover} would have found in that revision, with the ignore files of today.
 *
 * @param today what it finds now, with the same options
 */
export declare function discoverEarlier(options: DiscoverOptions, today: Discovery, earlier: EarlierFiles): Discovery;
/** Whether a file is read for its name; one that is named itself is read whatever it is called. */
export declare function isReadable(file: string): boolean;
