/**
 * A rule is for an event source that no loaded plugin provides. Falco's code: `LOAD_UNKNOWN_SOURCE`.
 *
 * ## Why
 *
 * Falco leaves the rule out, and nobody sees the events that it is about.
 *
 * ## Instead
 *
 * Write the name of the source that the plugin has, such as `k8s_audit`, and load the plugin.
 */

import { plugins } from "../../../../falco/index.ts";
import { configTexts } from "../../../../stack/index.ts";
import { falcoCodeRule } from "../../../falco-code.ts";
import type { Model } from "../../../model.ts";

export default falcoCodeRule({
  id: "falco/unknown-source",
  code: "LOAD_UNKNOWN_SOURCE",
  severity: "warning",
  summary: "Falco skips a rule because no loaded plugin provides its event source",
  isUnsure: (ruleset, _, model) => ruleset.stack === undefined && loadsStranger(model),
});

/** Whether a falco.yaml of the repository loads a plugin that is not known, which may bring any source. */
function loadsStranger(model: Model): boolean {
  return configTexts(model).some(({ settings }) =>
    settings.loadPlugins?.value.some(({ value }) => !plugins.has(value)),
  );
}
