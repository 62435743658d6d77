import { type Location, type Revision, Text, UsageError } from "../project/index.js";
/** Where a file of settings is. */
export type Place = {
    readonly kind: "preset";
    readonly name: string;
}
/** In the repository that is checked, by its path from the root. */
 | {
    readonly kind: "file";
    readonly path: string;
} | GitHubPlace;
export interface GitHubPlace {
    readonly kind: "github";
    readonly owner: string;
    readonly repo: string;
    /** From the root of that repository. */
    readonly path: string;
    /** All digits of the commit. */
    readonly commit: string;
}
/** One item of `extends` or of `policies`. */
export interface Reference {
    readonly place: Place;
    /** SHA-256 of the file, in hexadecimal digits; undefined where none is asked for. */
    readonly digest: string | undefined;
    readonly at: Location;
}
/** A file of another repository is not at hand. */
export declare class MissingSharedFile extends UsageError {
    readonly place: GitHubPlace;
    constructor(message: string, place: GitHubPlace);
}
/** Where copies of files of other repositories are kept, from the workspace root. */
export declare function copyOf({ owner, repo, commit: at, path }: GitHubPlace): string;
/** What a place is called in messages and reports. */
export declare function nameOf(place: Place): string;
/**
 * Reads an item of `extends` or `policies`.
 *
 * @param from the file that has it: its paths are from the root of the repository that holds it
 * @throws UsageError at the item where it is not pinned, leads out of its repository or names nothing
 */
export declare function readReference(written: string, at: Location, from: Place): Reference;
/**
 * The text behind a reference.
 *
 * @throws UsageError at the reference where it is missing, is another one than its digest says, or needs a digest
 */
export declare function readText(revision: Revision, reference: Reference, kind: "settings" | "policies"): Text;
