/** A release of Falco and the versions of its parts. */
export interface FalcoVersion {
    readonly falco: string;
    /** ISO date; undefined for an unreleased version. */
    readonly released?: string;
    /** Version of the rules engine, which `required_engine_version` is compared with. */
    readonly engine: string;
    readonly libs: string;
    /** Version of its rules file. */
    readonly rules: string;
    /** Version of the bundled container plugin, null before Falco 0.41. */
    readonly containerPlugin: string | null;
}
/** Releases, the oldest known one first. Source: Falco's release tags. */
export declare const falcoVersions: FalcoVersion[];
export declare const newestVersion: FalcoVersion;
/** The release that `0.44.1`, `v0.44.1`, `0.44` (its newest patch) or `0.45.0-dev` names. */
export declare function findVersion(name: string): FalcoVersion | undefined;
/** How a version relates to the known ones: `older` and `newer` lie outside them, `nonexistent` between them. */
export declare function classifyVersion(name: string): "known" | "older" | "newer" | "nonexistent";
/**
 * Compares versions: negative, zero or positive as `a` is older than, equal to or newer than `b`. Missing parts count
 * as 0.
 *
 * Only this module and `features.ts` call it: other code asks for a named feature or for bounds.
 */
export declare function compareVersions(a: string, b: string): number;
/** The versions that have something: from `since` up to, not including, `removedIn`; a missing bound is open. */
export interface VersionBounds {
    readonly since?: string;
    readonly removedIn?: string;
}
/** Whether a version is within these bounds. */
export declare function isIn(version: string, bounds: VersionBounds): boolean;
/** Whether a version is newer than these bounds. */
export declare function isRemoved(version: string, { removedIn }: VersionBounds): boolean;
export type VersionNumbers = readonly [major: number, minor: number, patch: number];
/** A version that a rules file requires, as the engine reads it; undefined if it cannot. */
export declare function parseRequiredVersion(text: string): VersionNumbers | undefined;
/** Whether version `has` satisfies `wanted`: the same major version, and not older. */
export declare function isCompatible(has: VersionNumbers, wanted: VersionNumbers): boolean;
