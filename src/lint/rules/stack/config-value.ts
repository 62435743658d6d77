/**
 * falco.yaml has a value of the wrong type, or a word that is none of those that Falco takes.
 *
 * ## Why
 *
 * At a wrong `engine.kind`, `priority`, `log_level`, `rule_matching`, `capture.mode` or drop action Falco
 * stops. At other keys it goes on with the default, as if nothing was written.
 *
 * Nor does Falco start where `rules_file`, the name before 0.38, and `rules_files` are both set. The chart
 * sets the new one itself, so values with the old one always end that way.
 *
 * ## Instead
 *
 * Write one of the values that Falco takes, such as `engine.kind: modern_ebpf` and `priority: warning`.
 */

import { type ConfigIssue, configIssues, configTexts, knownValue } from "../../../stack/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/config-value",
  severity: "error",
  confidence: "high",
  summary: "falco.yaml has a value that Falco cannot take, or the same setting by two names",
  fixable: false,
  *check(model) {
    for (const { root, version, stack } of configTexts(model)) {
      const issues = configIssues(root, version);
      // Of a file for an older Falco that is not pinned, the rule on keys tells it all.
      const isOld =
        knownValue(stack?.falcoVersion) === undefined &&
        issues.filter(({ kind }) => kind === "removed").length > 1;
      for (const issue of issues) {
        if (issue.kind === "conflict" && !isOld) yield conflictProblem(issue);
        if (issue.kind === "value") yield valueProblem(issue, version);
      }
    }
  },
};

type Issue<K extends ConfigIssue["kind"]> = Extract<ConfigIssue, { readonly kind: K }>;

function conflictProblem({ location, key, other }: Issue<"conflict">): Problem {
  return {
    at: location,
    message: `Falco does not start with both \`${key}\` and \`${other}\`, and both are set.`,
    help: `Write \`${other}\`. The chart sets it too, and values do not take that away.`,
  };
}

function valueProblem({ location, key, expected, fatal }: Issue<"value">, version: string): Problem {
  const { span, text } = location;
  const value = text.content.slice(span.start, span.end).replace(/^(["'])(.*)\1$/, "$2");
  const shown = value.length > 40 || value.includes("\n") ? "the value" : `"${value}"`;
  return {
    at: location,
    severity: fatal ? "error" : "warning",
    message: `In Falco ${version} the key "${key}" takes ${expected}, not ${shown}.`,
    help: fatal ? "Falco does not start with such a value." : "Falco goes on with the default.",
  };
}

export default rule;
