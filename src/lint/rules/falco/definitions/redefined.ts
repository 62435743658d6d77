import type { RuleDefinition } from "../../../../falco/index.ts";
import type { Ruleset } from "../../../../stack/index.ts";
import { keyLocation } from "../../../definitions.ts";
import type { LintRule } from "../../../rule.ts";

const rule: LintRule = {
  id: "falco/redefined",
  severity: "warning",
  summary: "A rule, macro or list is defined twice, and the second definition replaces the first",
  fixable: false,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      const { rules, macros, lists } = ruleset.result;
      for (const definition of [...rules, ...macros, ...lists]) {
        const definitions = definition.parts.filter(({ action }) => action === "define");
        for (const [i, part] of definitions.slice(0, -1).entries()) {
          const next = definitions[i + 1]!;
          const sameFile = part.fileIndex === next.fileIndex;
          if (!sameFile && !isAccident(ruleset, definition.kind, definition.name, part)) continue;
          const { kind, name } = definition;
          const at = keyLocation(ruleset, part, kind);
          const later = keyLocation(ruleset, next, kind);
          if (at === undefined || later === undefined) continue;
          const { file, start } = later.text.locate(later.span);
          yield {
            at,
            severity: sameFile ? "warning" : "notice",
            message: `The ${kind} \`${name}\` is defined again ${sameFile ? "" : `in ${file} `}on line ${start.line}, and that replaces this definition.`,
            help: `Falco says nothing of it. Give one of them another name, or change the first with \`override: {${body[kind]}: replace}\`, so that readers see it.`,
          };
        }
      }
    }
  },
};

const body = { rule: "condition", macro: "condition", list: "items" } as const;

/** A macro or list that is there to be replaced in a later file is no accident; of rules another lint rule speaks. */
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
