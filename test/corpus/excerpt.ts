/** What other people's repositories hold, written anew: what was once misjudged there, and what is right to say. */
export interface Excerpt {
  readonly cause: string;
  readonly files: Readonly<Record<string, string>>;
  /** `severity rule file:line` of all that is said, without what holds of any deployment as short as these. */
  readonly findings: readonly string[];
  /** Manifests that are left out of the check. */
  readonly leftOut?: number;
}

/** A release of the chart by Flux. */
export const release = (version: string, values: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: falco, namespace: falco}
spec:
  chart: {spec: {chart: falco, version: "${version}", sourceRef: {kind: HelmRepository, name: falcosecurity}}}
  values:
${values.replaceAll(/^/gm, "    ")}
`;
