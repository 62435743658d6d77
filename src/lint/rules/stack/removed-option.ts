/**
 * Falco's command line has an option that the deployed version does not know.
 *
 * ## Why
 *
 * Falco stops at an unknown option, on every node at once, after an update of the image.
 *
 * ## Instead
 *
 * Write the setting in falco.yaml: `rules: [{disable: {rule: ...}}]` in place of `-D`.
 *
 * ## Notes
 *
 * `-D`, `-T` and `-t` were removed in Falco 0.39, `--cri` in 0.40, `-A`, `-b` and `-S` in 0.41.
 */

import { deploymentFeatures, newestVersion } from "../../../falco/index.ts";
import { isMoving, knownValue } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/removed-option",
  severity: "error",
  confidence: "high",
  summary: "Falco's command line has an option that this version does not know",
  fixable: false,
  *check({ stacks }) {
    for (const { command, falcoVersion, image } of stacks) {
      // Behind a tag that moves there is the newest.
      const newest = image !== undefined && isMoving(image) ? newestVersion.falco : undefined;
      const version = knownValue(falcoVersion) ?? newest;
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
