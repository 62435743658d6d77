/**
 * A setting of falcosidekick still has the placeholder of the example that it was copied from.
 *
 * ## Why
 *
 * The output is on, every alert that goes there fails, and the failure is in a log that nobody reads.
 *
 * ## Instead
 *
 * Take the real value from a Secret.
 */

import { isPlaceholder, sidekicks } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "sidekick/placeholder",
  severity: "error",
  confidence: "high",
  summary: "A setting of falcosidekick still has the placeholder of its example",
  fixable: false,
  *check({ stacks }) {
    for (const { settings } of sidekicks(stacks)) {
      for (const { key, value } of settings) {
        if (value.kind !== "text" || !isPlaceholder(value.text)) continue;
        yield {
          at: value.location,
          message: `"${key}" is a placeholder, so the alerts reach nobody.`,
          help: "Take the value from a Secret that holds the real one.",
        };
      }
    }
  },
};

export default rule;
