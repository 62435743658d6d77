/**
 * An output of falcosidekick is configured in part: a value that it needs is missing.
 *
 * ## Why
 *
 * falcosidekick leaves the output off and starts without it. Nobody gets the alerts that were to go there.
 *
 * ## Instead
 *
 * Set the value that the message names.
 */

import { isPlaceholder, sidekicks, titleOf } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "sidekick/incomplete-output",
  severity: "error",
  confidence: "high",
  summary: "An output of falcosidekick lacks what it needs and stays off",
  fixable: false,
  *check({ stacks }) {
    for (const { outputs, more } of sidekicks(stacks)) {
      // What is missing may be in a Secret that is not in the repository.
      if (more.length > 0) continue;
      for (const { name, works, settings } of outputs) {
        if (works.state === "unknown" || works.value) continue;
        // A placeholder is another rule's finding.
        if (settings.some(({ value }) => value.kind === "text" && isPlaceholder(value.text))) continue;
        yield {
          at: works.evidence,
          message: works.sentence,
          help: `Give ${titleOf(name)} the values that it needs, or remove its settings.`,
        };
      }
    }
  },
};

export default rule;
