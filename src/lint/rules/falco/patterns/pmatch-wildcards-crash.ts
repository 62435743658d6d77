/**
 * `pmatch` has two components with wildcards below the same folder.
 *
 * ## Why
 *
 * The engine keeps such components in a hash table and changes it while it walks it. Which of them is tried
 * first is left to chance, and it can crash.
 *
 * ## Instead
 *
 * Write one check with `pmatch` for each pattern, and join them by `or`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). The same wildcard twice is one component, and fine.
 */

import { checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/pmatch-wildcards-crash",
    severity: "error",
    confidence: "high",
    summary: "`pmatch` with several wildcards at one place of the path can crash Falco",
    fixable: false,
  },
  ({ check, values }) => {
    if (check.kind !== "comparison" || check.operator !== "pmatch") return undefined;
    /** By the folders before it: the wildcard that comes next. */
    const wildcards = new Map<string, string>();
    for (const value of values) {
      let before = "";
      for (const component of value.text.split("/").filter((part) => part !== "")) {
        if (/[*?[]/.test(component)) {
          const other = wildcards.get(before);
          if (other !== undefined && other !== component) {
            return {
              span: value.span,
              message: `\`pmatch\` has two wildcards below \`${before || "/"}\`, \`${other}\` and \`${component}\`: the result is random, and Falco can crash.`,
              help: "Split it into one `pmatch` for each, joined by `or`.",
            };
          }
          wildcards.set(before, component);
        }
        before += `/${component}`;
      }
    }
    return undefined;
  },
);
