/**
 * A plugin is to be loaded that has no configuration, or whose library is not in the container.
 *
 * ## Why
 *
 * Falco stops when it cannot load a plugin. The image has the container plugin alone; all others are
 * installed by falcoctl.
 *
 * ## Instead
 *
 * Configure the plugin under `plugins`, with the path of a library that falcoctl installs.
 *
 * ## Notes
 *
 * Images before 0.38 have k8saudit, cloudtrail and json.
 */

import { knownValue } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/plugin-library",
  severity: "error",
  confidence: "high",
  summary: "A plugin that Falco loads is not configured, or its library is not in the container",
  fixable: false,
  *check({ stacks }) {
    for (const { plugins, config } of stacks) {
      if (config.state === "unknown") continue;
      for (const { name, location, configured, library } of plugins) {
        if (!configured)
          yield {
            at: location,
            message: `load_plugins names "${name}", which has no item under plugins, so Falco does not start.`,
            help: "Add the item under plugins, or remove the name.",
          };
        else if (knownValue(library) === false)
          yield {
            at: location,
            message: `The library of the plugin "${name}" is neither in the image nor installed, so Falco does not start.`,
            help: `Install it with falcoctl in an init container: falcoctl artifact install ${name}:<version>.`,
          };
      }
    }
  },
};

export default rule;
