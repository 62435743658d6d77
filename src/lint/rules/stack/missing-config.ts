/**
 * What is mounted over Falco's configuration folder has no falco.yaml.
 *
 * ## Why
 *
 * A volume hides all that the image has in the folder. Without falco.yaml Falco does not start, and rules and plugin
 * settings of the image are gone too.
 *
 * ## Instead
 *
 * Mount single files, `./falco/falco.yaml:/etc/falco/falco.yaml` or a `subPath`, or mount your own settings at
 * `/etc/falco/config.d`, which Falco reads beside those of the image.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/missing-config",
  severity: "error",
  confidence: "high",
  summary: "A volume hides Falco's configuration and has no falco.yaml",
  fixable: false,
  *check({ stacks }) {
    for (const { config } of stacks) {
      if (config.state === "known" || config.missing !== "file") continue;
      yield {
        at: config.evidence,
        message: config.why,
        help: "Mount single files, or your settings at /etc/falco/config.d: what is mounted over a folder hides the image's.",
      };
    }
  },
};

export default rule;
