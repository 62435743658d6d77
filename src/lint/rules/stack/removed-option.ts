import { deploymentFeatures } from "../../../falco/index.ts";
import { settled } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/removed-option",
  severity: "error",
  summary: "Falco's command line has an option that this version does not know",
  fixable: false,
  *check({ stacks }) {
    for (const { command, falcoVersion } of stacks) {
      const version = settled(falcoVersion);
      if (version === undefined || command.shell !== undefined) continue;
      for (const { option, removedIn, instead } of deploymentFeatures(version).removedOptions) {
        const location = command.flags.get(option);
        if (location === undefined) continue;
        const written = option.length === 1 ? `-${option}` : `--${option}`;
        yield {
          at: location,
          message: `Falco ${version} does not know ${written}, which was removed in ${removedIn}, and does not start.`,
          help: `Use ${instead}.`,
        };
      }
    }
  },
};

export default rule;
