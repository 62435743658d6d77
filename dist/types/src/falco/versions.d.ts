/** A release of Falco and what it brings. */
export interface FalcoVersion {
    readonly falco: string;
    /** ISO date; undefined for a version that is not released. */
    readonly released?: string;
    /** Version of the rules engine, which `required_engine_version` is compared with. */
    readonly engine: string;
    readonly libs: string;
    /** Version of the rules file that it brings. */
    readonly rules: string;
    /** Version of the bundled container plugin, null before Falco 0.41. */
    readonly containerPlugin: string | null;
}
/** Releases from the oldest that is known. Source: Falco's release tags. */
export declare const falcoVersions: readonly FalcoVersion[];
export declare const newestVersion: FalcoVersion;
/** The release that `0.44.1`, `v0.44.1`, `0.44` (its newest patch) or `0.45.0-dev` names. */
export declare function findVersion(name: string): FalcoVersion | undefined;
/** Negative, zero or positive as `a` comes before, is or comes after `b`. Parts that are missing count as 0. */
export declare function compareVersions(a: string, b: string): number;
/** Whether a thing with these bounds is there in a version. */
export declare function isIn(version: string, bounds: {
    since?: string;
    removedIn?: string;
}): boolean;
export type VersionNumbers = readonly [major: number, minor: number, patch: number];
/** A version that a rules file asks for, as the engine reads it; undefined when it cannot. */
export declare function parseRequiredVersion(text: string): VersionNumbers | undefined;
/** Whether something of version `has` will do for one who asks for `wanted`: same major, and not older. */
export declare function isCompatible(has: VersionNumbers, wanted: VersionNumbers): boolean;
