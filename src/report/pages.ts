import { readPage } from "../documentation.ts";
import type { LintRule } from "../lint/index.ts";
import { repository } from "../version.ts";
import type { RuleDescription } from "./report.ts";

/** What formats need to know of a rule. */
export type RuleFacts = Pick<LintRule, "id" | "severity" | "confidence" | "summary" | "page">;

/** What formats say of the rules. Pages are read when asked for. */
export function describeRules(rules: readonly RuleFacts[]): Map<string, RuleDescription> {
  return new Map(
    rules.map(({ id, severity, confidence, summary, page }) => [
      id,
      {
        id,
        severity,
        confidence,
        summary,
        page: () => page ?? readPage(`rules/${id}.md`) ?? summary,
        url: `${repository}/blob/main/docs/${page === undefined ? `rules/${id}` : "policies"}.md`,
      },
    ]),
  );
}
