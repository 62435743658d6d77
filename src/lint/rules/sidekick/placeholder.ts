import { isPlaceholder, sidekicks } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "sidekick/placeholder",
  severity: "error",
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
