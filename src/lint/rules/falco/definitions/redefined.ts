/**
 * A rule, macro or list is defined twice, and the second definition replaces the first.
 *
 * ## Why
 *
 * Falco replaces the first silently. Anyone who changes it changes nothing, and the two are most often there
 * by accident: copied from another file, or named alike by two people.
 *
 * ## Instead
 *
 * Append to the first definition with `override: {items: append}`, or remove one of the two.
 *
 * ## Notes
 *
 * In one file this is a warning. A macro or list that one loaded file defines and a later one replaces is a
 * notice, and none at all where the first is there to be replaced: named `user_...`, empty, or `never_true`.
 * Rules that several files define are reported by [stack/duplicate-rule](../stack/duplicate-rule.md).
 * Definitions of Falco's published rules may be replaced.
 */

import type { RuleDefinition } from "../../../../falco/index.ts";
import type { Ruleset } from "../../../../stack/index.ts";
import type { LintRule } from "../../../rule.ts";
import { definitionsOf, keyLocation } from "../../../ruleset-locations.ts";

const rule: LintRule = {
  id: "falco/redefined",
  severity: "warning",
  confidence: "high",
  summary: "A rule, macro or list is defined twice, and the second definition replaces the first",
  fixable: false,
  *check({ rulesets }) {
    for (const { ruleset, definition } of definitionsOf(rulesets)) {
      const { kind, name, parts } = definition;
      const definitions = parts.filter(({ action }) => action === "define");
      for (const [i, part] of definitions.slice(0, -1).entries()) {
        const next = definitions[i + 1]!;
        const sameFile = part.fileIndex === next.fileIndex;
        if (!sameFile && !isAccident(ruleset, kind, name, part)) continue;
        const at = keyLocation(ruleset, part, kind);
        const later = keyLocation(ruleset, next, kind);
        if (at === undefined || later === undefined) continue;
        const { file, start } = later.text.locate(later.span);
        yield {
          at,
          severity: sameFile ? "warning" : "notice",
          confidence: sameFile ? "high" : "medium",
          message: `The ${kind} \`${name}\` is defined again ${sameFile ? "" : `in ${file} `}on line ${start.line}, and that replaces this definition.`,
          help: `Falco does not report it. Give one of them another name, or change the first with \`override: {${body[kind]}: replace}\`, so that readers see it.`,
        };
      }
    }
  },
};

const body = { rule: "condition", macro: "condition", list: "items" } as const;

/** A macro or list that is meant to be replaced in a later file is not an accident; another lint rule reports rules. */
function isAccident(
  ruleset: Ruleset,
  kind: "rule" | "macro" | "list",
  name: string,
  part: RuleDefinition["parts"][number],
): boolean {
  // Which of several files are loaded together is known only of a deployment.
  if (kind === "rule" || ruleset.stack === undefined || /^user_|_user_/.test(name)) return false;
  const value = keyLocation(ruleset, part, body[kind]);
  const text = value?.text.content.slice(value.span.start, value.span.end) ?? "";
  return !isSwitch(text.replaceAll(/[\s()"'+>|-]/g, ""));
}

/** Whether a macro or a list is turned on or off as a whole, as the upstream rules invite to. */
function isSwitch(value: string): boolean {
  return value === "never_true" || value === "always_true" || value === "[]";
}

export default rule;
