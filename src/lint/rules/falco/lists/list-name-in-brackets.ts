/**
 * The name of a list in brackets does not stand for its values.
 *
 * ## Why
 *
 * Lists are expanded where their name is alone, between spaces, commas and parentheses. Between brackets it
 * stays as it is: the field looks for something of that very name.
 *
 * ## Instead
 *
 * Write one check for each name.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */

import { argumentRule } from "../../../field-arguments.ts";

export default argumentRule(
  {
    id: "falco/list-name-in-brackets",
    severity: "warning",
    confidence: "high",
    summary: "The name of a list in brackets does not stand for its values",
    fixable: false,
  },
  ({ argument, written, ruleset }) => {
    if (!ruleset.result.lists.some(({ name }) => name === argument)) return undefined;
    return {
      message: `\`${written}\` does not go through the list \`${argument}\`: it looks for that very name.`,
      help: "Write one check for each value of the list, joined by `or`.",
    };
  },
);
