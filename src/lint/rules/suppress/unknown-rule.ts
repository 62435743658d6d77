/**
 * A comment `falcoverage-ignore` names a lint rule that does not exist.
 *
 * ## Why
 *
 * It hides nothing, most likely by a slip in the name.
 *
 * ## Instead
 *
 * Correct the id of the lint rule.
 */

import { nearest } from "../../../project/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "suppress/unknown-rule",
  severity: "warning",
  confidence: "high",
  summary: "A comment asks to ignore a lint rule that does not exist",
  fixable: true,
  *checkIgnores(ignores, ruleIds) {
    const categories = new Set([...ruleIds].map((id) => `${id.split("/")[0]}/*`));
    for (const { id, ...at } of ignores.flatMap(({ rules }) => rules)) {
      if (ruleIds.has(id) || categories.has(id)) continue;
      const near = nearest(id, ruleIds);
      yield {
        at,
        message: `There is no lint rule \`${id}\`.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`,
        ...(near === undefined
          ? {}
          : { fix: { description: `Write ${near}`, safe: false, edits: [{ at, text: near }] } }),
      };
    }
  },
};

export default rule;
