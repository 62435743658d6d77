/**
 * falcoctl installs a version of the default rules that the deployed Falco cannot load.
 *
 * ## Why
 *
 * The rules ask for an engine version. An older Falco stops at them, on every node, whenever the artifact is
 * fetched.
 *
 * ## Instead
 *
 * Install the major version of the rules that the deployed Falco brings.
 */

import { findVersion } from "../../../falco/index.ts";
import { knownValue } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/rules-version",
  severity: "error",
  confidence: "high",
  summary: "falcoctl installs default rules that are too new for this Falco",
  fixable: false,
  *check({ stacks }) {
    for (const { rulesFiles, falcoVersion } of stacks) {
      const release = findVersion(knownValue(falcoVersion) ?? "");
      if (release === undefined) continue;
      const own = Number(release.rules.split(".")[0]);
      for (const { content } of rulesFiles.loaded) {
        if (content.kind !== "upstream" || content.artifact !== "falco-rules") continue;
        const requested = knownValue(content.version) ?? "";
        // The newest fits the newest alone.
        const major = /^\d+/.test(requested) ? Number(requested.split(".")[0]) : undefined;
        if (major === undefined || major <= own) continue;
        yield {
          at: content.version.evidence,
          message: `falco-rules ${requested} needs a newer engine than Falco ${release.falco} has, which brings ${release.rules}.`,
          help: `Install falco-rules:${own}, or use a newer Falco.`,
        };
      }
    }
  },
};

export default rule;
