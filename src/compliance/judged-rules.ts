import type { JudgedRule } from "../evidence/index.ts";
import type { Ruleset } from "../stack/index.ts";

/** The rules of the repository that a deployment loads and that are enabled: those that records of a period can be about. */
export function judgedRules(rulesets: readonly Ruleset[]): JudgedRule[] {
  return rulesets.flatMap(({ stack, result }) =>
    stack === undefined
      ? []
      : result.rules.flatMap(({ name, source, enabled, external }) =>
          enabled && !external ? [{ name, source, stack }] : [],
        ),
  );
}
