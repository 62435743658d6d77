/**
 * falco.yaml has a key that the deployed version of Falco does not know: misspelt, removed, or of a later
 * version.
 *
 * ## Why
 *
 * Falco starts without it (it only notes that the configuration does not match its schema), and what the key
 * was to set keeps its default.
 *
 * ## Instead
 *
 * Write the key as Falco's schema has it: `json_output`, `buf_size_preset`.
 *
 * ## Notes
 *
 * Keys, and the versions that added and removed them, are those of the schema that Falco itself has since
 * 0.39. A falco.yaml that no deployment of the repository mounts is held against the newest version. `grpc`,
 * `grpc_output`, `engine.ebpf` and `engine.gvisor` were removed in Falco 0.44, `syscall_buf_size_preset` in
 * 0.38.
 */

import { type ConfigIssue, configIssues, configTexts } from "../../../stack/index.ts";
import type { LintRule, Problem } from "../../rule.ts";
import { didYouMean, writeInstead } from "../../spelling.ts";

const rule: LintRule = {
  id: "stack/config-key",
  severity: "warning",
  confidence: "high",
  summary: "falco.yaml has a key that this version of Falco does not know",
  fixable: true,
  *check({ project, stacks }) {
    for (const { root, version } of configTexts(project, stacks)) {
      for (const issue of configIssues(root, version)) yield* problemOf(issue, version);
    }
  },
};

function* problemOf(issue: ConfigIssue, version: string): Iterable<Problem> {
  if (issue.kind === "unknown")
    yield {
      at: issue.location,
      message: `Falco ${version} has no key "${issue.key}"${didYouMean(issue.near)}`,
      help: "Falco ignores it, so the setting that it stands for keeps its default.",
      ...writeInstead(issue.near, issue.location),
    };
  else if (issue.kind === "removed")
    yield {
      at: issue.location,
      message: `The key "${issue.key}" was removed in Falco ${issue.version}.`,
      help: issue.successor === undefined ? "Remove it." : `Use ${issue.successor} instead.`,
    };
  else if (issue.kind === "later")
    yield {
      at: issue.location,
      message: `The key "${issue.key}" was added in Falco ${issue.version}; ${version} does not know it.`,
      help: "Use a newer Falco, or remove the key.",
    };
}

export default rule;
