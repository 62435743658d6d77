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
import {
  applies,
  itemsIn,
  knownValue,
  type RulesFile,
  type Stack,
  upstreamRules,
} from "../../../stack/index.ts";
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
          help: "Falco accepts it silently. Names are compared with case, and * stands for any text.",
        };
      }
    }
  },
};

interface Selectable {
  readonly name: string;
  readonly tags: readonly string[];
}

/** Names and tags of all loaded rules; undefined where some of them are not known. */
function rulesOf({ rulesFiles }: Stack): Selectable[] | undefined {
  if (rulesFiles.more.length > 0) return undefined;
  const rules: Selectable[] = [];
  for (const file of rulesFiles.loaded) {
    const own = rulesIn(file);
    if (own === undefined) return undefined;
    rules.push(...own);
  }
  return rules;
}

function rulesIn({ content }: RulesFile): readonly Selectable[] | undefined {
  switch (content.kind) {
    case "unknown":
      return undefined;
    case "empty":
      return [];
    case "upstream": {
      const version = knownValue(content.version);
      return version === undefined ? undefined : upstreamRules(content.artifact, version)?.rules;
    }
    case "source":
      return itemsIn(content.source).flatMap(({ kind, name, node }) =>
        kind === "rule" ? [{ name, tags: items(at(node, "tags")).flatMap((tag) => text(tag) ?? []) }] : [],
      );
  }
}

export default rule;
