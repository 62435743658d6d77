import { conditionsOf } from "../../../conditions.ts";
import { fieldsBeforeBrackets } from "../../../output-fields.ts";
import type { LintRule } from "../../../rule.ts";

const rule: LintRule = {
  id: "falco/output-brackets-stay-text",
  severity: "warning",
  summary: "Brackets in an output that are no part of their field: all of the field is printed before them",
  fixable: false,
  *check(model) {
    for (const { owner, ruleset } of conditionsOf(model)) {
      if (owner.kind !== "rule") continue;
      for (const { name, brackets, at } of fieldsBeforeBrackets(owner, ruleset)) {
        const secrets = name === "proc.env" || name === "proc.aenv" ? ", with the passwords in it," : "";
        yield {
          at,
          message: `\`%${name}${brackets}\` prints all of \`${name}\`${secrets} and then the text \`${brackets}\`, since that is no argument that the field takes.`,
          help: "Falco says nothing of it. Mend what stands in the brackets; if text is meant, put a space before it.",
        };
      }
    }
  },
};

export default rule;
