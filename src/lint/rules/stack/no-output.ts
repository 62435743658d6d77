import { at } from "../../../project/index.ts";
import { settled } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/no-output",
  severity: "error",
  summary: "Falco has no output switched on, so its alerts go nowhere",
  fixable: false,
  *check({ stacks }) {
    for (const { channels, config } of stacks) {
      const settings = settled(config);
      if (settings === undefined || settings.more !== undefined || channels.length > 0) continue;
      const location =
        at(settings.root, "http_output") ?? at(settings.root, "stdout_output") ?? settings.location;
      yield {
        at: location,
        message: "No output is switched on, so no alert leaves Falco.",
        help: "All outputs are off unless falco.yaml says otherwise: set http_output.enabled, and stdout_output.enabled.",
      };
    }
  },
};

export default rule;
