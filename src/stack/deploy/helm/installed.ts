import type { Resource } from "../../../kubernetes/index.ts";
import { chartRefusal, type Refusal, type Release } from "../chart/index.ts";
import { type Installation, isCopyOfKnown, isWhole, releasesOf, valuesIn } from "./installation.ts";
import type { ChartRenderer } from "./render.ts";
import { asHelmReads } from "./words.ts";

/** What installations make. */
export interface Installed {
  readonly resources: readonly Resource[];
  /** Of Falco's charts, of which it is known what they make. */
  readonly releases: readonly Release[];
  readonly refusals: readonly Refusal[];
  /** What copies of Falco's charts made of the resources. */
  readonly inflated: ReadonlyMap<Resource, Release>;
}

const none: Installed["inflated"] = new Map();

/**
 * What an installation makes. A chart of the repository with templates about Falco is rendered; of Falco's own charts
 * what they make is known.
 *
 * @param isTold whether the values are those that it is installed with; a chart may need more than its own
 */
export function installed(given: Installation, renderer: ChartRenderer, isTold: boolean): Installed {
  const installation = { ...given, values: asHelmReads(given.values) };
  const { chart } = installation;
  if (chart.kind === "local" && chart.concernsFalco) {
    const outcome = renderer.render(installation, chart, valuesIn(installation, chart));
    const releases = releasesOf(installation);
    if (outcome.status === "rendered") {
      const { resources } = outcome;
      const [copy] = isCopyOfKnown(chart) ? releases : [];
      if (copy === undefined) return { resources, releases, refusals: refusalsOf(releases), inflated: none };
      const inflated = new Map(resources.map((resource) => [resource, copy] as const));
      return { resources, releases: [], refusals: [], inflated };
    }
    // Templates may use what a dependency brings that is not here.
    if (isTold && isWhole(chart))
      return { resources: [], releases: [], refusals: [outcome.refusal], inflated: none };
  }
  const releases = releasesOf(installation);
  return { resources: [], releases, refusals: refusalsOf(releases), inflated: none };
}

function refusalsOf(releases: readonly Release[]): Refusal[] {
  return releases.flatMap((release) => chartRefusal(release) ?? []);
}

export function joined(all: readonly Installed[]): Installed {
  return {
    resources: all.flatMap(({ resources }) => resources),
    releases: all.flatMap(({ releases }) => releases),
    refusals: all.flatMap(({ refusals }) => refusals),
    inflated: new Map(all.flatMap(({ inflated }) => [...inflated])),
  };
}
