/**
 * No output of falcosidekick wakes somebody for a critical alert.
 *
 * ## Why
 *
 * A message in a channel at night is read in the morning.
 *
 * ## Instead
 *
 * Add an output that pages, with `critical` as its minimum priority.
 *
 * ## Notes
 *
 * PagerDuty, Opsgenie, Grafana OnCall and Alertmanager page. An output that hands alerts to another system (a
 * webhook, a queue) may page from there, and silences this rule.
 */

import { passes } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "sidekick/unpaged-critical",
  severity: "notice",
  confidence: "medium",
  summary: "Critical alerts reach no output that wakes somebody",
  fixable: false,
  *check({ stacks }) {
    for (const { sidekick } of stacks) {
      if (sidekick === undefined || sidekick.outputs.length === 0 || sidekick.more.length > 0) continue;
      const paging = sidekick.outputs.some(({ reach, works, minimum }) => {
        // A system that gets all alerts may page by itself.
        if (reach === "forward" || reach === "run") return true;
        const off = works.state === "known" && !works.value;
        const takes = minimum.state === "unknown" || passes("critical", minimum.value);
        return reach === "page" && !off && takes;
      });
      if (paging) continue;
      yield {
        at: sidekick.outputs[0]!.location,
        message: "A critical alert is written to a channel or a store, and wakes nobody.",
        help: "Add an output that pages (PagerDuty, Opsgenie, Grafana OnCall, Alertmanager) with minimum priority critical.",
      };
    }
  },
};

export default rule;
