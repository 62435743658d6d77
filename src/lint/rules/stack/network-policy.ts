/**
 * A network policy keeps the Falco pods from the port of the receiver of their alerts.
 *
 * ## Why
 *
 * Every alert runs into a timeout. The policies that select a pod add up: it is reached when one of them lets
 * the other pod through.
 *
 * ## Instead
 *
 * Select the labels that the Falco pods have.
 *
 * ## Notes
 *
 * Blocks of addresses (`ipBlock`) that may hold the pods' network are taken to let them through.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/network-policy",
  severity: "error",
  confidence: "medium",
  summary: "A network policy keeps Falco from the receiver of its alerts",
  fixable: false,
  *check({ stacks }) {
    for (const { routes } of stacks) {
      for (const { links } of routes) {
        const gap = links.find(({ id, status }) => id === "network" && status === "broken");
        if (gap?.evidence === undefined) continue;
        yield {
          at: gap.evidence,
          message: `${gap.sentence} Alerts do not arrive.`,
          help: "Let the Falco pods in on that port, by their labels and namespace.",
        };
      }
    }
  },
};

export default rule;
