/**
 * `http_output` sends alerts to an address where nothing takes them: a Service that does not exist or is in
 * another namespace, a port that it does not have, a selector that matches no pod, an address that is none.
 *
 * ## Why
 *
 * Falco logs the failure on the node and goes on. Nobody gets an alert, and nobody notices.
 *
 * ## Instead
 *
 * Write the address and the port of a Service that exists and selects pods.
 *
 * ## Notes
 *
 * A release of falcosidekick that a page of the repository installs with `helm` is not reported. A Service that is
 * made by other means is stated in the configuration:
 * `assume: {services: [monitoring/falcosidekick]}`. Until then it is a warning.
 */

import type { Resource } from "../../../kubernetes/index.ts";
import { type Applied, inSameNamespace, type Link, parseAddress, type Route } from "../../../stack/index.ts";
import { madeByHand } from "../../by-hand.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/http-output",
  severity: "error",
  confidence: "high",
  summary: "http_output sends alerts to an address where nothing takes them",
  fixable: false,
  *check({ stacks, resources, applied, project }) {
    const sidekicks = new Set([...madeByHand(project).sidekicks, ...applied.flatMap(sidekickServices)]);
    for (const { routes, channels } of stacks) {
      const http = channels.find(({ name }) => name === "http");
      if (http === undefined) continue;
      for (const gap of routes.flatMap((route) => addressGap(route) ?? [])) {
        if (gap.status === "unknown" && isElsewhere(http.target?.text, resources, sidekicks)) continue;
        yield {
          at: http.target?.location ?? http.location,
          severity: gap.status === "broken" ? "error" : "warning",
          confidence: gap.status === "broken" ? "high" : "medium",
          message: gap.status === "broken" ? `Alerts do not arrive. ${gap.sentence}` : gap.sentence,
          help: gap.remedy ?? "Correct the host, the namespace and the port of http_output.url.",
        };
      }
    }
  },
};

/**
 * Whether the Service is among the files, though applied separately from Falco, so that what is behind it is not
 * followed, or one of falcosidekick's that a page says is installed by a command.
 */
function isElsewhere(
  url: string | undefined,
  resources: readonly Resource[],
  sidekicks: ReadonlySet<string>,
): boolean {
  const host = parseAddress(url ?? "")?.host;
  if (host?.kind !== "service") return false;
  return (
    sidekicks.has(host.name) ||
    resources.some(
      ({ kind, name, namespace }) =>
        kind === "Service" && name === host.name && inSameNamespace(namespace, host.namespace),
    )
  );
}

/** Why alerts do not reach the address, if it is the first link that is not met. */
function addressGap({ channel, links }: Route): Link | undefined {
  if (channel !== "http") return undefined;
  const index = links.findIndex(({ status }) => status !== "ok");
  const gap = links[index];
  // A later link of the channel is json_output, which is the finding of another rule.
  return gap?.id === "service" || (gap?.id === "channel" && index === 0) ? gap : undefined;
}

/** The Services of releases of falcosidekick's own chart, which may be installed apart from Falco. */
function sidekickServices({ releases }: Applied): string[] {
  return releases
    .filter(({ chart }) => chart === "falcosidekick")
    .map(({ release }) => (release.includes("falcosidekick") ? release : `${release}-falcosidekick`));
}

export default rule;
