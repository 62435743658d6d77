/**
 * The `rules` section of falco.yaml enables or disables a rule or tag that no loaded rule has.
 *
 * ## Why
 *
 * Falco takes it silently, so the rule that was meant runs on, or stays off. Often the rule was renamed by an
 * update.
 *
 * ## Instead
 *
 * Write the name of the rule or the tag as the rules files have it.
 */

import { at, items, text } from "../../../project/index.ts";
import { applies, itemsIn, type Stack, settled, upstreamRules } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/unmatched-selection",
  severity: "warning",
  confidence: "high",
  summary: "The selection of rules in falco.yaml names a rule or tag that no loaded rule has",
  fixable: false,
  *check({ stacks }) {
    for (const stack of stacks) {
      const rules = stack.selection.length === 0 ? undefined : rulesOf(stack);
      if (rules === undefined) continue;
      for (const step of stack.selection) {
        if (rules.some((candidate) => applies(step, candidate))) continue;
        const what =
          step.by.kind === "tag"
            ? `the tag "${step.by.tag}"`
            : `the name "${step.by.kind === "name" ? step.by.pattern : step.by.part}"`;
        yield {
          at: step.location,
          message: `No loaded rule has ${what}, so this ${step.enable ? "enables" : "disables"} nothing.`,
          help: "Falco takes it without a word. Names are compared with case, and * stands for any text.",
        };
      }
    }
  },
};

/** Names and tags of all loaded rules; undefined where some of them cannot be told. */
function rulesOf({ rulesFiles }: Stack): { name: string; tags: string[] }[] | undefined {
  if (rulesFiles.more.length > 0) return undefined;
  const rules: { name: string; tags: string[] }[] = [];
  for (const { content } of rulesFiles.loaded) {
    if (content.kind === "unknown") return undefined;
    if (content.kind === "upstream") {
      const version = settled(content.version);
      const upstream = version === undefined ? undefined : upstreamRules(content.artifact, version);
      if (upstream === undefined) return undefined;
      rules.push(...upstream.rules.map(({ name, tags }) => ({ name, tags: [...tags] })));
    } else if (content.kind === "source") {
      for (const item of itemsIn(content.source)) {
        if (item.kind !== "rule") continue;
        const tags = items(at(item.node, "tags")).flatMap((node) => text(node) ?? []);
        rules.push({ name: item.name, tags });
      }
    }
  }
  return rules;
}

export default rule;
