/**
 * A falco.yaml of your own replaces that of the image and leaves out the container plugin, which the default
 * rules need.
 *
 * ## Why
 *
 * Since 0.41 the `container.*` and `k8s.*` fields come from this plugin. The image loads it from
 * `/etc/falco/config.d`, which a falco.yaml without `config_files` does not read, and Falco stops at the
 * first rule that uses such a field.
 *
 * ## Instead
 *
 * Read `/etc/falco/config.d` with `config_files`, or load the plugin in falco.yaml.
 */

import { deploymentFeatures } from "../../../falco/index.ts";
import { knownValue } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/container-plugin",
  severity: "error",
  confidence: "high",
  summary: "A falco.yaml of one's own leaves out the container plugin that the default rules need",
  fixable: false,
  *check({ stacks }) {
    for (const stack of stacks) {
      const version = knownValue(stack.falcoVersion);
      const config = knownValue(stack.config);
      if (version === undefined || config === undefined) continue;
      if (!deploymentFeatures(version).containerPluginBundled) continue;
      if (config.more !== undefined || stack.plugins.some(({ name }) => name === "container")) continue;
      const defaults = stack.rulesFiles.loaded.find(
        ({ content }) => content.kind === "upstream" && content.artifact === "falco-rules",
      );
      if (defaults === undefined) continue;
      const { loadPlugins, plugins } = config.settings;
      yield {
        at: loadPlugins ?? plugins ?? config.location,
        message: `${defaults.path} needs the container plugin, which is not loaded, so Falco ${version} does not start.`,
        help: "Add container to load_plugins and to plugins, or keep config_files: [/etc/falco/config.d], where the image loads it.",
      };
    }
  },
};

export default rule;
