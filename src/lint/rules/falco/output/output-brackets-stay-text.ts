/**
 * Brackets in an output that are not part of their field.
 *
 * ## Why
 *
 * In an output Falco takes the longest text that is a field, and prints the rest as it is. A mistake between
 * brackets is therefore no error: `%proc.aname[2x]` prints all ancestors and then `[2x]`. With
 * `%proc.env[HOME ]` that is the whole environment, with every password in it, in an alert that many people
 * read.
 *
 * ## Instead
 *
 * Correct the text between the brackets: `%proc.aname[2]`, `%proc.env[HOME]`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Text in brackets after a field that takes none, such
 * as `%proc.name[%proc.pid]`, is fine.
 */

import { fieldsBeforeBrackets } from "../../../fields-in-output.ts";
import type { LintRule } from "../../../rule.ts";

const rule: LintRule = {
  id: "falco/output-brackets-stay-text",
  severity: "warning",
  confidence: "high",
  summary: "Brackets in an output that are not part of their field: all of the field is printed before them",
  fixable: false,
  *check(model) {
    for (const { owner, ruleset } of model.conditions) {
      if (owner.kind !== "rule") continue;
      for (const { name, brackets, at } of fieldsBeforeBrackets(owner, ruleset)) {
        const secrets = name === "proc.env" || name === "proc.aenv" ? ", with the passwords in it," : "";
        yield {
          at,
          message: `\`%${name}${brackets}\` prints all of \`${name}\`${secrets} and then the text \`${brackets}\`, since that is not an argument that the field takes.`,
          help: "Falco does not report it. Correct the text in the brackets; if text is meant, put a space before it.",
        };
      }
    }
  },
};

export default rule;
