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

import type { Resource } from "../../../kubernetes/index.ts";
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
import type { LintRule } from "../../rule.ts";
import { didYouMean, writeInstead } from "../../spelling.ts";

const rule: LintRule = {
  id: "stack/talon-rule",
  severity: "warning",
  confidence: "high",
  summary: "Falco Talon waits for a rule that no deployment loads",
  fixable: true,
  *check({ resources, rulesets }) {
    const deployed = rulesets.filter(({ stack }) => stack !== undefined);
    // Rules whose content is unknown may include it.
    if (deployed.length === 0 || deployed.some(({ stack }) => (stack?.rulesFiles.more.length ?? 0) > 0))
      return;
    const names = new Set(deployed.flatMap(({ rules }) => [...rules.keys()]));
    for (const node of resources.flatMap(talonRules)) {
      const name = text(node) ?? "";
      if (names.has(name)) continue;
      const near = nearest(name, names);
      yield {
        at: node,
        message: `Talon waits for the rule "${name}", which no Falco here loads${didYouMean(near)}`,
        help: "Talon never takes the action. Names are compared with case.",
        ...writeInstead(near, node),
      };
    }
  },
};

/** The names of Falco rules in the configuration of Talon, where a ConfigMap holds it. */
function talonRules({ kind, root }: Resource): readonly Node[] {
  if (kind !== "ConfigMap") return [];
  return entries(at(root, "data")).flatMap(({ value }) => {
    if (value.kind !== "scalar" || !/^[ \t]+actions[ \t]*:/m.test(text(value) ?? "")) return [];
    return parseYaml(embeddedText(value)).flatMap((document) => rulesNamed(document.root));
  });
}

/** Names of Falco rules that Talon's rules match. */
function rulesNamed(root: Node | undefined): readonly Node[] {
  return items(root).flatMap((item) =>
    at(item, "actions") === undefined ? [] : items(at(item, "match", "rules")),
  );
}

export default rule;
