/**
 * A network policy keeps Falco from falcosidekick, or falcosidekick from those whom it alerts.
 *
 * ## Why
 *
 * Every alert runs into a timeout. The policies that select a pod add up: it is reached when one of them lets
 * the other pod through.
 *
 * ## Instead
 *
 * Select the labels that the Falco pods have. For receivers outside of the cluster, let falcosidekick out on port 443.
 *
 * ## Notes
 *
 * Blocks of addresses (`ipBlock`) that may hold the pods' network are taken to let them through. What leaves the cluster
 * is left to other means where falcosidekick has a proxy, or where the repository has policies of Cilium or Calico.
 */

import path from "node:path";
import type { Resource } from "../../../kubernetes/index.ts";
import type { Location } from "../../../project/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/network-policy",
  severity: "error",
  confidence: "medium",
  summary: "A network policy keeps alerts from their receiver",
  fixable: false,
  *check({ stacks, resources }) {
    for (const { routes, location } of stacks) {
      for (const { links } of routes) {
        const gap = links.find(({ id, status }) => id === "network" && status === "broken");
        if (gap?.evidence === undefined) continue;
        const policy = resources.find(({ root }) => isWithin(gap.evidence!, root));
        if (policy !== undefined && isForElsewhere(policy, location)) continue;
        yield {
          at: gap.evidence,
          message: `${gap.sentence} Alerts do not arrive.`,
          help: "Let this connection through, by labels and namespace inside of the cluster, by ipBlock outside.",
        };
      }
    }
  },
};

function isWithin({ text, span }: Location, outer: Location): boolean {
  return text === outer.text && span.start >= outer.span.start && span.end <= outer.span.end;
}

/** Without a namespace it goes to the one that its folder is applied to, which is not Falco's where that is another one. */
function isForElsewhere({ namespace, source }: Resource, falco: Location): boolean {
  return namespace === undefined && path.posix.dirname(source.file) !== path.posix.dirname(falco.text.file);
}

export default rule;
