/**
 * Two rules, macros or lists have names that differ only in case or in spaces.
 *
 * ## Why
 *
 * Falco compares names letter by letter. One that was meant to replace or change another defines a second one
 * instead: both run, and the change has no effect.
 *
 * ## Instead
 *
 * Use the name of the definition that you mean, letter by letter.
 */

import { nameLocation } from "../../../definitions.ts";
import type { LintRule } from "../../../rule.ts";

const rule: LintRule = {
  id: "falco/similar-name",
  severity: "warning",
  confidence: "medium",
  summary: "Two names differ only in case or in blanks, so that one is likely to be meant for the other",
  fixable: false,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      const { rules, macros, lists } = ruleset.result;
      for (const definitions of [rules, macros, lists]) {
        const first = new Map<string, (typeof definitions)[number]>();
        for (const definition of definitions) {
          const key = definition.name.toLowerCase().replace(/\s+/g, " ").trim();
          const other = first.get(key);
          if (other === undefined) {
            first.set(key, definition);
            continue;
          }
          const [own, model] = definition.external ? [other, definition] : [definition, other];
          const at = nameLocation(ruleset, own);
          if (at === undefined) continue;
          const where = model.external ? " of Falco's published rules" : "";
          yield {
            at,
            message: `The ${own.kind} \`${own.name}\` is not the ${model.kind} \`${model.name}\`${where}: names are compared letter by letter.`,
            help: `To change that one, use its name and \`override\`; for another ${own.kind} take a name that nobody confuses.`,
          };
        }
      }
    }
  },
};

export default rule;
