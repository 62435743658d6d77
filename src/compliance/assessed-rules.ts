import type { AssessedRule } from "../evidence/index.ts";
import type { Ruleset } from "../stack/index.ts";

/** The rules of the repository that a deployment loads and that are enabled: those that records of a period can be about. */
export function assessedRules(rulesets: readonly Ruleset[]): AssessedRule[] {
  return rulesets.flatMap(({ stack, result }) =>
    stack === undefined
      ? []
      : result.rules.flatMap(({ name, source, enabled, external }) =>
          enabled && !external ? [{ name, source, stack }] : [],
        ),
  );
}
