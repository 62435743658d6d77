/**
 * An expression compares a label with a priority as the metric does not write it.
 *
 * ## Why
 *
 * The label `priority` holds a number: in Falco's own counter from 0 for emergency to 7 for debug, in
 * falcosidekick's from 1 for debug to 8 for emergency. A word never equals it, so that the alert never fires.
 * falcosidekick has the word, in lower case, in `priority_raw`.
 *
 * ## Instead
 *
 * Compare `priority_raw` with the word in lower case, or `priority` with the number.
 */

import { parsePriority } from "../../../falco/index.ts";
import {
  insideQuotes,
  type Matcher,
  priorityNumbers,
  ruleMatches,
  valuesOf,
} from "../../../monitoring/index.ts";
import type { Text } from "../../../project/index.ts";
import { matchersOf } from "../../matchers.ts";
import type { LintRule, Problem } from "../../rule.ts";

const rule: LintRule = {
  id: "monitoring/priority-value",
  severity: "error",
  confidence: "high",
  summary: "An expression compares a label with a priority as the metric does not write it",
  fixable: true,
  *check({ monitoring }) {
    for (const { text, metric, matcher } of matchersOf(monitoring)) {
      const numbers = metric && priorityNumbers.get(metric);
      const words = numbers && wordsOf(matcher);
      if (!metric || !numbers || !words) continue;
      if (matcher.label === "priority") yield inWords(text, metric, matcher, words, numbers);
      else if (matcher.label === "priority_raw" && matcher.value !== words.join("|"))
        yield {
          at: { text, span: matcher.valueSpan },
          message: "`priority_raw` is a word in lower case.",
          help: asItStands(matcher),
          fix: rewrite(text, matcher, "priority_raw", words),
        };
    }
  },
};

/** The priorities that a matcher names, in lower case; undefined where one of its values is not a priority. */
function wordsOf(matcher: Matcher): readonly string[] | undefined {
  const words = valuesOf(matcher)?.map((value) => parsePriority(value)?.toLowerCase());
  return words?.every((word) => word !== undefined) ? words : undefined;
}

function asItStands({ operator }: Matcher): string {
  return operator.startsWith("!")
    ? "As written, nothing is left out."
    : "As written, nothing is ever selected, and no alert raised.";
}

function inWords(
  text: Text,
  metric: string,
  matcher: Matcher,
  words: readonly string[],
  numbers: readonly string[],
): Problem {
  const [first = ""] = words;
  const isFalco = metric === ruleMatches;
  const values = isFalco ? words.map((word) => String(numbers.indexOf(word))) : words;
  return {
    at: { text, span: matcher.valueSpan },
    message: `\`priority\` of \`${metric}\` is a number, ${numbers.indexOf(first)} for ${first}.`,
    help: isFalco
      ? `${asItStands(matcher)} From 0 for emergency to 7 for debug.`
      : `${asItStands(matcher)} The word, in lower case, is in \`priority_raw\`.`,
    fix: rewrite(text, matcher, isFalco ? "priority" : "priority_raw", values),
  };
}

function rewrite(
  text: Text,
  matcher: Matcher,
  label: string,
  values: readonly string[],
): NonNullable<Problem["fix"]> {
  const value = values.join("|");
  return {
    description: `Write \`${label}${matcher.operator}"${value}"\``,
    safe: false,
    edits: [
      ...(label === matcher.label ? [] : [{ at: { text, span: matcher.labelSpan }, text: label }]),
      { at: { text, span: insideQuotes(matcher) }, text: value },
    ],
  };
}

export default rule;
