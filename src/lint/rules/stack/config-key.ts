import { configIssues, configTexts } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/config-key",
  severity: "warning",
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
