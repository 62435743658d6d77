import { nearest, UsageError } from "../../project/index.ts";
import { falcoVersions, findVersion } from "./versions.ts";

/**
 * Looks up a version of Falco that the user chose.
 *
 * @throws UsageError for one that does not exist
 */
export function knownVersion(falcoVersion: string): string {
  if (findVersion(falcoVersion) !== undefined) return falcoVersion;
  const known = falcoVersions.map(({ falco }) => falco);
  const near = nearest(falcoVersion, known);
  throw new UsageError(
    `falco-version: Falco ${falcoVersion.slice(0, 30)} is not known, only ${known[0]} to ${known.at(-1)}.${near === undefined ? "" : ` Did you mean ${near}?`}`,
  );
}
