import { isIn } from "../../falco/index.ts";
import table from "./data/upstream-rules.json" with { type: "json" };

/** A rule of a rules file that the Falco project publishes, as facts; its text is not ours to copy. */
export interface UpstreamRule {
  readonly name: string;
  /** In lower case. */
  readonly priority: string;
  /** Event source; absent for system calls. */
  readonly source?: string;
  /** Present when the file disables it. */
  readonly enabled?: false;
  readonly tags: readonly string[];
  /** Event types that it listens to; absent where the condition does not bound them. */
  readonly events?: readonly string[];
}

export interface UpstreamMacro {
  readonly name: string;
  readonly events?: readonly string[];
}

/** What one version of a published rules file defines. */
export interface UpstreamRules {
  /** Name of the artifact, such as `falco-rules`. */
  readonly artifact: string;
  /** The version asked for, or the newest that fits. */
  readonly version: string;
  readonly rules: readonly UpstreamRule[];
  readonly macros: readonly UpstreamMacro[];
  readonly lists: readonly string[];
}

interface Artifact {
  readonly name: string;
  readonly file: string;
  readonly newest: string;
  readonly hashes: Readonly<Record<string, string>>;
  readonly versions: readonly {
    readonly since: string;
    readonly rules: readonly UpstreamRule[];
    readonly macros: readonly UpstreamMacro[];
    readonly lists: readonly string[];
  }[];
}

const artifacts = table as readonly Artifact[];

/** Rules artifacts by the name under which falcoctl knows them, with the file that they install. */
export const rulesArtifacts: ReadonlyMap<string, string> = new Map(
  artifacts.map(({ name, file }) => [name, file]),
);

/**
 * What the artifact defines in that version; `version` may leave out parts, as falcoctl allows (`5`, `5.1`),
 * and `latest` or an empty text means the newest that is known. Undefined for an artifact that is not known.
 */
export function upstreamRules(artifact: string, version: string): UpstreamRules | undefined {
  const found = artifacts.find(({ name }) => name === artifact);
  const first = found?.versions[0];
  if (found === undefined || first === undefined) return undefined;
  const fits = found.versions.findLast(
    ({ since }) => matchesVersion(since, version) || isIn(version, { since }),
  );
  const { rules, macros, lists } = fits ?? first;
  return {
    artifact,
    version: version === "" || version === "latest" ? found.newest : version,
    rules,
    macros,
    lists,
  };
}

/** SHA-256 of the published file at that version; undefined where no single version is named, or it is not known. */
export function publishedHash(artifact: string, version: string): string | undefined {
  const hashes = artifacts.find(({ name }) => name === artifact)?.hashes ?? {};
  return Object.hasOwn(hashes, version) ? hashes[version] : undefined;
}

/** Names of the artifacts that have a rule of this name, in any version that is known. */
export function artifactsWithRule(rule: string): string[] {
  return artifacts
    .filter(({ versions }) => versions.some(({ rules }) => rules.some(({ name }) => name === rule)))
    .map(({ name }) => name);
}

/** Whether a full version is one that a partial one (`5`, `5.1`, `latest`) stands for. */
function matchesVersion(version: string, partial: string): boolean {
  return partial === "" || partial === "latest" || version.startsWith(`${partial}.`);
}
