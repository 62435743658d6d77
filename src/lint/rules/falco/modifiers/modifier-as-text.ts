/**
 * `oneof`, `anyof` or `allof` is in the position of a value.
 *
 * ## Why
 *
 * The word is a modifier only if a list follows. Else it is the text that the field is compared with.
 *
 * ## Instead
 *
 * Put a list after the modifier: `proc.name = anyof (bash, zsh)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Modifiers were added in Falco 0.44.
 */

import { modifiers } from "../../../../falco/index.ts";
import { checkRule } from "../../../check-rule.ts";

const words: ReadonlySet<string> = new Set(modifiers);

export default checkRule(
  {
    id: "falco/modifier-as-text",
    severity: "warning",
    confidence: "high",
    summary: "`anyof` without a list is a text to compare with",
    fixable: false,
  },
  ({ check }) => {
    if (check.kind !== "comparison" || check.right.kind !== "value" || check.right.quoted) return undefined;
    const { text, span } = check.right;
    if (!words.has(text)) return undefined;
    return {
      span,
      message: `\`${text}\` is compared as text, as no list follows.`,
      help: `Put the values in parentheses: \`${check.operator} ${text} (a, b)\`; quote it if the text is meant.`,
    };
  },
);
