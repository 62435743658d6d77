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

import { findVersion, newestVersion } from "../../../falco/index.ts";
import { knownValue } from "../../../stack/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/rules-version",
  severity: "error",
  confidence: "high",
  summary: "falcoctl installs default rules that are too new for this Falco",
  fixable: true,
  *check({ stacks }) {
    for (const { rulesFiles, falcoVersion } of stacks) {
      const release = findVersion(knownValue(falcoVersion) ?? "");
      if (release === undefined) continue;
      const own = Number(release.rules.split(".")[0]);
      for (const { content } of rulesFiles.loaded) {
        if (content.kind !== "upstream" || content.artifact !== "falco-rules") continue;
        const requested = knownValue(content.version) ?? "";
        // The newest rules are made for the newest Falco.
        const version = /^\d+/.test(requested) ? requested : newestVersion.rules;
        if (Number(version.split(".")[0]) <= own) continue;
        yield {
          at: content.version.evidence,
          message: `falco-rules ${requested === "" ? "latest" : requested} needs a newer engine than Falco ${release.falco} has, which brings ${release.rules}.`,
          help: `Install falco-rules:${own}, or use a newer Falco.`,
          ...fixOf(content.version.evidence, own),
        };
      }
    }
  },
};

/** The reference with the major version that fits, where it is contiguous in a file. */
function fixOf(at: Problem["at"], major: number): Pick<Problem, "fix"> {
  const written = at.text.content.slice(at.span.start, at.span.end);
  const fitting = written.replace(/(falco-rules):[\w.-]+/, `$1:${major}`);
  if (fitting === written) return {};
  const edits = [{ at, text: fitting }];
  return { fix: { description: `Install falco-rules:${major}`, safe: false, edits } };
}

export default rule;
