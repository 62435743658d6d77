/**
 * Values for the official Falco chart have a key that the chart does not know: misspelt, removed, or of a
 * later version.
 *
 * ## Why
 *
 * Helm takes any key silently. What it was to change keeps its default.
 *
 * ## Instead
 *
 * Write the key as the chart's own values have it: `driver.modernEbpf.leastPrivileged`, `customRules`.
 *
 * ## Notes
 *
 * Keys are those of the chart's own values since 4.0.0. Of an older chart, and of one that brings a Falco
 * before 0.37.0, only keys that came later are reported, and of a copy of the chart in the repository none.
 * Where the chart's version is not told, the newest that brings the deployed Falco counts. Values of
 * falcosidekick and of falco.yaml have rules of their own.
 */

import { valuesIssues } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "helm/values-key",
  severity: "warning",
  confidence: "high",
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
