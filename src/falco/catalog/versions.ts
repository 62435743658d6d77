import versions from "./data/versions.json" with { type: "json" };

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
 * Negative, zero or positive as `a` comes before, is or comes after `b`. Missing parts count as 0.
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

/** The versions that have a thing: from `since` on, until before `removedIn`; an absent bound is open. */
export interface VersionBounds {
  readonly since?: string;
  readonly removedIn?: string;
}

/** Whether a version lies within these bounds. */
export function isIn(version: string, bounds: VersionBounds): boolean {
  if (bounds.since !== undefined && compareVersions(version, bounds.since) < 0) return false;
  return !isRemoved(version, bounds);
}

/** Whether a version comes after those that have a thing with these bounds, and not before them. */
export function isRemoved(version: string, { removedIn }: VersionBounds): boolean {
  return removedIn !== undefined && compareVersions(version, removedIn) >= 0;
}

/** Three numbers at the start of the text, which is all that the engine looks at. */
const threeNumbers = /^[ \t\n\v\f\r]*([+-]?)(\d+)\.[ \t\n\v\f\r]*([+-]?)(\d+)\.[ \t\n\v\f\r]*([+-]?)(\d+)/;

export type VersionNumbers = readonly [major: number, minor: number, patch: number];

/** A version that a rules file asks for, as the engine reads it; undefined when it cannot. */
export function parseRequiredVersion(text: string): VersionNumbers | undefined {
  const match = threeNumbers.exec(text);
  if (match === null) return undefined;
  const [, ...parts] = match as unknown as string[];
  return [readPart(parts[0]!, parts[1]!), readPart(parts[2]!, parts[3]!), readPart(parts[4]!, parts[5]!)];
}

/** A number as the engine reads it: of 64 bits, of which it keeps 32. */
function readPart(sign: string, digits: string): number {
  const value = BigInt(digits);
  const kept = value < 2n ** 64n ? value : 2n ** 64n - 1n;
  return Number(BigInt.asUintN(32, sign === "-" && kept === value ? -kept : kept));
}

/** Whether something of version `has` will do for one who asks for `wanted`: same major, and not older. */
export function isCompatible(has: VersionNumbers, wanted: VersionNumbers): boolean {
  if (has[0] !== wanted[0]) return false;
  return has[1] !== wanted[1] ? has[1] > wanted[1] : has[2] >= wanted[2];
}
