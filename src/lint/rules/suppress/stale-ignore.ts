/**
 * A comment `falcoverage-ignore` names a rule that finds nothing there any more.
 *
 * ## Why
 *
 * What it was for is fixed. Left in place, it hides the next finding of the kind, which nobody has looked at.
 *
 * ## Instead
 *
 * Remove the comment.
 */

import type { Location } from "../../../project/index.ts";
import { comma, removal } from "../../removal.ts";
import type { LintRule, LocatedEdit } from "../../rule.ts";

const rule: LintRule = {
  id: "suppress/stale-ignore",
  severity: "notice",
  confidence: "high",
  summary: "A comment asks to ignore a finding that no longer exists",
  fixable: true,
  *checkIgnores(ignores, ruleIds) {
    for (const { rules, reason, used, ...comment } of ignores) {
      if (reason === undefined) continue;
      const isStale = (id: string) => !used.has(id) && (ruleIds.has(id) || id.endsWith("/*"));
      const isIdle = rules.every(({ id }) => isStale(id));
      for (const [index, { id, ...at }] of rules.entries()) {
        if (!isStale(id)) continue;
        const edit = isIdle ? without(comment) : removal(rules, index, comma);
        yield {
          at,
          ...(edit && { fix: { description: "Remove it", safe: true, edits: [edit] } }),
          message: `\`${id}\` finds nothing here, so there is nothing to ignore.`,
          help: "Remove it, or it will hide the next finding of the kind, which nobody has looked at.",
        };
      }
    }
  },
};

/** Takes a comment of YAML out, and its line where it is alone on one. */
function without({ text, span }: Location): LocatedEdit | undefined {
  const { content } = text;
  if (content[span.start] !== "#") return undefined;
  const lineStart = content.lastIndexOf("\n", span.start - 1) + 1;
  const lineEnd = content.indexOf("\n", span.end);
  const indent = content.slice(lineStart, span.start);
  const isAlone = indent.trim() === "" && lineEnd !== -1;
  const start = span.start - (/[ \t]*$/.exec(indent)?.[0].length ?? 0);
  return {
    at: { text, span: isAlone ? { start: lineStart, end: lineEnd + 1 } : { start, end: span.end } },
    text: "",
  };
}

export default rule;
