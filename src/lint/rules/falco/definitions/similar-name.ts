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

import type { LoadResult } from "../../../../falco/index.ts";
import type { LintRule } from "../../../rule.ts";
import { nameLocation } from "../../../ruleset-locations.ts";

const rule: LintRule = {
  id: "falco/similar-name",
  severity: "warning",
  confidence: "medium",
  summary: "Two names differ only in case or in spaces, so that one is likely to be meant for the other",
  fixable: false,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      const { rules, macros, lists } = ruleset.result;
      for (const [first, second] of [rules, macros, lists].flatMap(similarPairs)) {
        const [own, model] = second.external ? [first, second] : [second, first];
        const at = nameLocation(ruleset, own);
        if (at === undefined) continue;
        const where = model.external ? " of Falco's published rules" : "";
        yield {
          at,
          // One with a condition of its own is as likely meant to stand beside the other.
          ...(model.external && own.kind === "rule" && own.condition !== undefined
            ? { severity: "notice" as const }
            : {}),
          message: `The ${own.kind} \`${own.name}\` is not the ${model.kind} \`${model.name}\`${where}: names are compared letter by letter.`,
          help: `To change that one, use its name and \`override\`; for another ${own.kind} choose a name that is easy to tell apart.`,
        };
      }
    }
  },
};

type Definition = LoadResult["rules" | "macros" | "lists"][number];

/** Each definition with the first one whose name differs only in case or spaces. */
function similarPairs(definitions: readonly Definition[]): [Definition, Definition][] {
  const first = new Map<string, Definition>();
  return definitions.flatMap((definition) => {
    const key = definition.name.toLowerCase().replace(/\s+/g, " ").trim();
    const other = first.get(key);
    if (other !== undefined) return [[other, definition]];
    first.set(key, definition);
    return [];
  });
}

export default rule;
