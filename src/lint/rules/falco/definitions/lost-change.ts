/**
 * A change of a rule, macro or list comes before a definition that undoes it.
 *
 * ## Why
 *
 * Falco reads items in order, and a definition starts anew: what was appended, replaced, enabled or disabled
 * before it is replaced. Often the order of files is the reason: `rules_files` lists the file with the changes
 * first, or its name sorts before.
 *
 * ## Instead
 *
 * Put the change after the definition, or list its file later in `rules_files`.
 */

import type { LintRule } from "../../../rule.ts";
import { definitionsOf, keyLocation } from "../../../ruleset-locations.ts";

const rule: LintRule = {
  id: "falco/lost-change",
  severity: "error",
  confidence: "high",
  summary: "A change of a rule, macro or list comes before a definition that undoes it",
  fixable: false,
  *check({ rulesets }) {
    for (const { ruleset, definition } of definitionsOf(rulesets)) {
      const { kind, name, parts } = definition;
      const last = parts.findLastIndex(({ action }) => action === "define");
      for (const part of parts.slice(0, Math.max(0, last))) {
        if (part.action === "define") continue;
        // Which of several files are loaded together is known only of a deployment.
        if (ruleset.stack === undefined && part.fileIndex !== parts[last]!.fileIndex) continue;
        const at = keyLocation(ruleset, part, kind);
        const later = keyLocation(ruleset, parts[last]!, kind);
        if (at === undefined || later === undefined) continue;
        const { file, start } = later.text.locate(later.span);
        yield {
          at,
          message: `This change of ${kind} \`${name}\` is lost: line ${start.line} of ${file} defines it again.`,
          help: "Falco reads items in order. Move the change after the definition, into a file that is loaded later.",
        };
      }
    }
  },
};

export default rule;
