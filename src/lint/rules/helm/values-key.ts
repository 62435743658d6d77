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
 * Where the chart's version is unknown, the newest that brings the deployed Falco counts. Values of
 * falcosidekick and of falco.yaml have rules of their own.
 *
 * Where neither the chart nor Falco is pinned, values that the chart does not know are reported in one finding: they are
 * likely to be written for an older chart.
 */

import { knownValue, type Release, type ValuesIssue, valuesIssues } from "../../../stack/index.ts";
import { removeIgnoredKey } from "../../removal.ts";
import type { LintRule, Problem } from "../../rule.ts";
import { didYouMean, writeInstead } from "../../spelling.ts";

const rule: LintRule = {
  id: "helm/values-key",
  severity: "warning",
  confidence: "high",
  summary: "The values have a key that the Falco chart does not know",
  fixable: true,
  *check({ applied }) {
    for (const { releases, inflated } of applied) {
      for (const release of new Set([...releases, ...inflated.values()])) {
        const issues = valuesIssues(release);
        const foreign = issues.filter(({ kind }) => kind === "unknown");
        const isOld =
          !isPinned(release) &&
          foreign.filter((issue) => issue.kind === "unknown" && issue.near === undefined).length > 1;
        if (isOld) yield oldValues(foreign);
        yield* issues
          .filter((issue) => !isOld || !foreign.includes(issue))
          .map((issue) => problemOf(issue, isPinned(release)));
      }
    }
  },
};

function isPinned({ chartVersion, falcoVersion }: Release): boolean {
  return chartVersion !== undefined || knownValue(falcoVersion) !== undefined;
}

function oldValues(issues: readonly ValuesIssue[]): Problem {
  const keys = issues.map(({ key }) => `"${key}"`).join(", ");
  return {
    at: issues[0]!.location,
    message: `The Falco chart has no values ${keys}.`,
    help: "No version of the chart is pinned, so the newest counts, where they have no effect. Pin the chart they were written for, or use the names of the newest one.",
  };
}

function problemOf(issue: ValuesIssue, isSafe: boolean): Problem {
  const { key, location } = issue;
  switch (issue.kind) {
    case "unknown":
      return {
        at: location,
        message: `The Falco chart has no value "${key}"${didYouMean(issue.near)}`,
        help: "Helm accepts it without a warning, and it has no effect.",
        ...writeInstead(issue.near, location),
      };
    case "removed":
      return {
        at: location,
        message: `The value "${key}" was removed in chart ${issue.version}.`,
        help: "Remove it: the chart refuses it, or it has no effect.",
        ...removeIgnoredKey(issue.map, issue.entry, isSafe),
      };
    case "later":
      return {
        at: location,
        message: `The value "${key}" was added in chart ${issue.version}, and this one is ${issue.chart}.`,
        help: "Use a newer chart, or remove the value.",
      };
  }
}

export default rule;
