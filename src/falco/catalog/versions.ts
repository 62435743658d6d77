import versions from "./data/versions.json" with { type: "json" };

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

/** Releases and, after them, the development version. */
const allVersions: readonly FalcoVersion[] = versions;

/** Releases, the oldest known one first. Source: Falco's release tags. */
export const falcoVersions = allVersions.filter(({ released }) => released !== undefined);

export const newestVersion: FalcoVersion = falcoVersions.at(-1)!;

/** The release that `0.44.1`, `v0.44.1`, `0.44` (its newest patch) or `0.45.0-dev` names. */
export function findVersion(name: string): FalcoVersion | undefined {
  const bare = name.trim().replace(/^v/, "");
  return (
    allVersions.find(({ falco }) => falco === bare) ??
    falcoVersions.findLast(({ falco }) => falco.startsWith(`${bare}.`))
  );
}

/** How a version relates to the known ones: `older` and `newer` lie outside them, `nonexistent` between them. */
export function classifyVersion(name: string): "known" | "older" | "newer" | "nonexistent" {
  if (findVersion(name) !== undefined) return "known";
  const bare = name.trim().replace(/^v/, "");
  if (!/^\d/.test(bare)) return "nonexistent";
  if (compareVersions(bare, newestVersion.falco) > 0) return "newer";
  return compareVersions(bare, falcoVersions[0]!.falco) < 0 ? "older" : "nonexistent";
}

/**
 * Compares versions: negative, zero or positive as `a` is older than, equal to or newer than `b`. Missing parts count
 * as 0.
 *
 * Only this module and `features.ts` call it: other code asks for a named feature or for bounds.
 */
export function compareVersions(a: string, b: string): number {
  const left = a.split(/[.-]/, 3).map(Number);
  const right = b.split(/[.-]/, 3).map(Number);
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] || 0) - (right[i] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The versions that have something: from `since` up to, not including, `removedIn`; a missing bound is open. */
export interface VersionBounds {
  readonly since?: string;
  readonly removedIn?: string;
}

/** Whether a version is within these bounds. */
export function isIn(version: string, bounds: VersionBounds): boolean {
  if (bounds.since !== undefined && compareVersions(version, bounds.since) < 0) return false;
  return !isRemoved(version, bounds);
}

/** Whether a version is newer than these bounds. */
export function isRemoved(version: string, { removedIn }: VersionBounds): boolean {
  return removedIn !== undefined && compareVersions(version, removedIn) >= 0;
}

/** Three numbers at the start of the text; the engine ignores the rest. */
const threeNumbers = /^[ \t\n\v\f\r]*([+-]?)(\d+)\.[ \t\n\v\f\r]*([+-]?)(\d+)\.[ \t\n\v\f\r]*([+-]?)(\d+)/;

export type VersionNumbers = readonly [major: number, minor: number, patch: number];

/** A version that a rules file requires, as the engine reads it; undefined if it cannot. */
export function parseRequiredVersion(text: string): VersionNumbers | undefined {
  const match = threeNumbers.exec(text);
  if (match === null) return undefined;
  const [, ...parts] = match as unknown as string[];
  return [readPart(parts[0]!, parts[1]!), readPart(parts[2]!, parts[3]!), readPart(parts[4]!, parts[5]!)];
}

/** A number as the engine reads it: 64 bits, cut to 32. */
function readPart(sign: string, digits: string): number {
  const value = BigInt(digits);
  const kept = value < 2n ** 64n ? value : 2n ** 64n - 1n;
  return Number(BigInt.asUintN(32, sign === "-" && kept === value ? -kept : kept));
}

/** Whether version `has` satisfies `wanted`: the same major version, and not older. */
export function isCompatible(has: VersionNumbers, wanted: VersionNumbers): boolean {
  if (has[0] !== wanted[0]) return false;
  return has[1] !== wanted[1] ? has[1] > wanted[1] : has[2] >= wanted[2];
}
