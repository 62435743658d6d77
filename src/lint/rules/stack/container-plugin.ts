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

import { deploymentFeatures, newestVersion } from "../../../falco/index.ts";
import { knownValue, type Ruleset, type Stack } from "../../../stack/index.ts";
import { containerPluginErrors } from "../../container-plugin.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/container-plugin",
  severity: "error",
  confidence: "high",
  summary: "A falco.yaml of one's own leaves out the container plugin that the default rules need",
  fixable: false,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      const { stack } = ruleset;
      const config = stack && knownValue(stack.config);
      if (stack === undefined || config === undefined || config.more !== undefined) continue;
      // A tag such as `latest` brings the newest.
      const version = knownValue(stack.falcoVersion) ?? newestVersion.falco;
      if (!deploymentFeatures(version).containerPluginBundled) continue;
      if (stack.plugins.some(({ name }) => name === "container")) continue;
      const [needing] = [...publishedRules(stack), ...ownRules(ruleset)];
      if (needing === undefined) continue;
      const { loadPlugins, plugins } = config.settings;
      yield {
        at: loadPlugins ?? plugins ?? config.location,
        message: `${needing} needs the container plugin, which is not loaded, so Falco ${version} does not start.`,
        help: "Add container to load_plugins and to plugins, or keep config_files: [/etc/falco/config.d], where the image loads it.",
      };
    }
  },
};

/** The default rules in a deployment, which use the fields of the plugin. */
function publishedRules({ rulesFiles }: Stack): string[] {
  return rulesFiles.loaded.flatMap(({ content, path }) =>
    content.kind === "upstream" && content.artifact === "falco-rules" ? [path] : [],
  );
}

/** Files of the repository with a field of the plugin. */
function ownRules(ruleset: Ruleset): string[] {
  return [...containerPluginErrors(ruleset)].flatMap(
    ({ fileIndex }) => ruleset.sources[fileIndex]?.name ?? [],
  );
}

export default rule;
