/**
 * Rules are for the events of a plugin, or use its fields, and the plugin is not one that falcoverage knows.
 *
 * ## Why
 *
 * What Falco says of these rules depends on the plugin. They were not checked, and no control is covered by them.
 *
 * ## Instead
 *
 * Where the plugin's code is in the repository (Go, Rust, C or C++), its fields are read there. Otherwise describe
 * them in the configuration under `fields`, or in a table of a Markdown page as the plugin SDKs print it, with a
 * name and a type in each row:
 *
 * ```
 * | NAME        | TYPE     | ARG  | DESCRIPTION          |
 * | `acme.user` | `string` | None | The name of the user |
 * ```
 *
 * ## Notes
 *
 * It is reported once for each event source and for each namespace of fields.
 */

import type { LintRule } from "../../../rule.ts";
import { nameLocation } from "../../../ruleset-locations.ts";

const rule: LintRule = {
  id: "falco/unchecked-plugin",
  severity: "notice",
  confidence: "high",
  summary: "Rules for a plugin that is not known were not checked",
  fixable: false,
  *check({ rulesets }) {
    const reported = new Set<string>();
    for (const ruleset of rulesets) {
      for (const { kind, name, rules } of ruleset.unchecked) {
        const [first] = rules;
        const at = first && nameLocation(ruleset, first);
        if (at === undefined || reported.has(`${kind} ${name}`)) continue;
        reported.add(`${kind} ${name}`);
        const what = kind === "source" ? `the event source \`${name}\`` : `fields \`${name}.*\``;
        yield {
          at,
          message: `The plugin with ${what} is not known, so ${rules.length === 1 ? "this rule was" : `${rules.length} rules were`} not checked.`,
          help: "To have them checked, describe its fields under `fields` in the configuration, or in a table of its README: name, type, argument, description.",
        };
      }
    }
  },
};

export default rule;
