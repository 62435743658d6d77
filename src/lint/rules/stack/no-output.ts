/**
 * No output of Falco is switched on.
 *
 * ## Why
 *
 * A falco.yaml of your own replaces that of the image, and every output that it does not switch on is off.
 * Falco evaluates all rules, and tells nobody.
 *
 * ## Instead
 *
 * Switch on at least one output, such as `http_output` with an address.
 */

import { knownValue } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/no-output",
  severity: "error",
  confidence: "high",
  summary: "Falco has no output switched on, so its alerts go nowhere",
  fixable: false,
  *check({ stacks }) {
    for (const { channels, config } of stacks) {
      const merged = knownValue(config);
      if (merged === undefined || merged.more !== undefined || channels.length > 0) continue;
      const location = merged.settings.outputs.http ?? merged.settings.outputs.stdout ?? merged.location;
      yield {
        at: location,
        message: "No output is switched on, so no alert leaves Falco.",
        help: "All outputs are off unless falco.yaml says otherwise: set http_output.enabled, and stdout_output.enabled.",
      };
    }
  },
};

export default rule;
