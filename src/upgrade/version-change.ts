import { type Applied, knownValue, type Stack } from "../stack/index.ts";

/** A deployment that runs another version of Falco, or loads another release of published rules, than before. */
export interface VersionChange {
  readonly deployment: string;
  /** `Falco`, or the name of the rules. */
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** What is deployed at one revision. */
interface Deployed {
  readonly stacks: readonly Stack[];
  readonly applied: readonly Applied[];
}

/**
 * What deployments of two revisions state otherwise, whoever changed it and wherever it is. Of a chart that refuses its
 * values there is no deployment, and its own version is known.
 */
export function versionChanges(before: Deployed, after: Deployed): VersionChange[] {
  const earlier = byDeployment(before);
  return [...byDeployment(after)].flatMap(([deployment, versions]) => {
    const old = earlier.get(deployment);
    return [...versions].flatMap(([what, to]): VersionChange[] => {
      const from = old?.get(what);
      return from === undefined || from === to ? [] : [{ deployment, what, from, to }];
    });
  });
}

function byDeployment({ stacks, applied }: Deployed): Map<string, ReadonlyMap<string, string>> {
  const versions = new Map(stacks.map((stack) => [stack.name, versionsOf(stack)]));
  for (const release of applied.flatMap(({ releases, inflated }) => [...releases, ...inflated.values()])) {
    const chart = release.chartVersion && knownValue(release.chartVersion);
    if (chart !== undefined) versions.set(release.name, new Map([["chart", chart]]));
  }
  return versions;
}

function versionsOf({ falcoVersion, rulesFiles }: Stack): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  const add = (what: string, version: string | undefined) => {
    if (version !== undefined && version !== "") versions.set(what, version);
  };
  add("Falco", knownValue(falcoVersion));
  for (const { content } of rulesFiles.loaded)
    if (content.kind === "upstream") add(content.artifact, knownValue(content.version));
  return versions;
}
