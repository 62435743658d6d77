/**
 * A rule of Falco Talon names a Falco rule that no deployment of the repository loads.
 *
 * ## Why
 *
 * Talon acts on alerts by the name of their rule. After a rename the action is never taken, and nothing tells
 * so.
 *
 * ## Instead
 *
 * Write the name of the rule as its rules file has it.
 */

import {
  at,
  embeddedText,
  entries,
  items,
  type Node,
  nearest,
  parseYaml,
  text,
} from "../../../project/index.ts";
import { loadedRules } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/talon-rule",
  severity: "warning",
  confidence: "high",
  summary: "Falco Talon waits for a rule that no deployment loads",
  fixable: true,
  *check({ resources, rulesets }) {
    const deployed = rulesets.filter(({ stack }) => stack !== undefined);
    // Rules that cannot be told may be the ones.
    if (deployed.length === 0 || deployed.some(({ stack }) => (stack?.rulesFiles.more.length ?? 0) > 0))
      return;
    const names = new Set(deployed.flatMap((ruleset) => [...loadedRules(ruleset).keys()]));
    for (const { kind, root } of resources) {
      if (kind !== "ConfigMap") continue;
      for (const { value } of entries(at(root, "data"))) {
        if (value.kind !== "scalar" || !/^[ \t]+actions[ \t]*:/m.test(text(value) ?? "")) continue;
        for (const node of parseYaml(embeddedText(value)).flatMap((document) => rulesNamed(document.root))) {
          const name = text(node) ?? "";
          if (names.has(name)) continue;
          const near = nearest(name, names);
          yield {
            at: node,
            message: `Talon waits for the rule "${name}", which no Falco here loads${near === undefined ? "." : `; did you mean "${near}"?`}`,
            help: "The action is never taken. Names are compared with case.",
            ...(near === undefined
              ? {}
              : { fix: { description: `Write "${near}"`, safe: false, edits: [{ at: node, text: near }] } }),
          };
        }
      }
    }
  },
};

/** Names of Falco rules that Talon's rules match. */
function rulesNamed(root: Node | undefined): readonly Node[] {
  return items(root).flatMap((item) =>
    at(item, "actions") === undefined ? [] : items(at(item, "match", "rules")),
  );
}

export default rule;
