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

import { configIssues, configTexts } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/config-key",
  severity: "warning",
  confidence: "high",
  summary: "falco.yaml has a key that this version of Falco does not know",
  fixable: true,
  *check({ project, stacks }) {
    for (const { root, version } of configTexts(project, stacks)) {
      for (const issue of configIssues(root, version)) {
        if (issue.kind === "unknown") {
          const { near, location } = issue;
          yield {
            at: location,
            message: `Falco ${version} has no key "${issue.key}"${near === undefined ? "." : `; did you mean "${near}"?`}`,
            help: "Falco goes on without it, so what it was to set keeps its default.",
            ...(near === undefined
              ? {}
              : {
                  fix: {
                    description: `Write "${near}"`,
                    safe: false,
                    edits: [{ at: location, text: near }],
                  },
                }),
          };
        } else if (issue.kind === "removed") {
          yield {
            at: issue.location,
            message: `The key "${issue.key}" went with Falco ${issue.version}.`,
            help: issue.successor === undefined ? "Take it out." : `Use ${issue.successor} instead.`,
          };
        } else if (issue.kind === "later") {
          yield {
            at: issue.location,
            message: `The key "${issue.key}" came with Falco ${issue.version}; ${version} does not know it.`,
            help: "Use a newer Falco, or take the key out.",
          };
        }
      }
    }
  },
};

export default rule;
