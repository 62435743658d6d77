/**
 * `json_output` is off in falco.yaml while alerts go to falcosidekick.
 *
 * ## Why
 *
 * falcosidekick refuses what is not JSON, so no alert arrives anywhere.
 *
 * ## Instead
 *
 * Set `json_output: true`.
 *
 * ## Notes
 *
 * `json_output` is off by default.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/json-output",
  severity: "error",
  confidence: "high",
  summary: "json_output is off while alerts go to falcosidekick, which only reads JSON",
  fixable: false,
  *check({ stacks }) {
    for (const { json, sidekick, channels } of stacks) {
      const http = channels.find(({ name }) => name === "http");
      if (json.on || sidekick === undefined || http === undefined) continue;
      yield {
        at: json.location,
        message: "json_output is off, and falcosidekick refuses every alert that is not JSON.",
        help: "Set json_output: true in falco.yaml.",
      };
    }
  },
};

export default rule;
