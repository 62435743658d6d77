import { valuesIssues } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "helm/values-key",
  severity: "warning",
  summary: "The values have a key that the Falco chart does not know",
  fixable: true,
  *check({ applied }) {
    for (const { releases, inflated } of applied) {
      for (const issue of [...new Set([...releases, ...inflated.values()])].flatMap(valuesIssues)) {
        const { key, location } = issue;
        if (issue.kind === "unknown") {
          const { near } = issue;
          yield {
            at: location,
            message: `The Falco chart has no value "${key}"${near === undefined ? "." : `; did you mean "${near}"?`}`,
            help: "Helm takes it without a word, and nothing comes of it.",
            ...(near === undefined
              ? {}
              : {
                  fix: { description: `Write "${near}"`, safe: false, edits: [{ at: location, text: near }] },
                }),
          };
        } else if (issue.kind === "removed") {
          yield {
            at: location,
            message: `The value "${key}" went with chart ${issue.version}.`,
            help: "Take it out: the chart refuses it, or nothing comes of it.",
          };
        } else {
          yield {
            at: location,
            message: `The value "${key}" came with chart ${issue.version}, and this one is ${issue.chart}.`,
            help: "Use a newer chart, or take the value out.",
          };
        }
      }
    }
  },
};

export default rule;
