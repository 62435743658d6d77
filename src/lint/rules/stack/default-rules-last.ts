/**
 * The default rules are loaded after a local file, and define again what that file defines.
 *
 * ## Why
 *
 * Falco loads files in the order of `rules_files`. The last definition of a name counts, so a local version
 * of a default rule, macro or list is replaced by the default, as if it were not there.
 *
 * ## Instead
 *
 * List the default rules first.
 */

import { itemsIn, knownValue, type RulesFile, upstreamRules } from "../../../stack/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/default-rules-last",
  severity: "error",
  confidence: "high",
  summary: "The default rules are loaded after local ones and replace what those define",
  fixable: false,
  *check({ stacks }) {
    for (const { rulesFiles } of stacks) {
      const { loaded } = rulesFiles;
      for (const [index, file] of loaded.entries()) {
        if (file.content.kind !== "upstream") continue;
        const upstream = upstreamRules(file.content.artifact, knownValue(file.content.version) ?? "latest");
        if (upstream === undefined) continue;
        const names = new Set([
          ...upstream.rules.map(({ name }) => `rule ${name}`),
          ...upstream.macros.map(({ name }) => `macro ${name}`),
          ...upstream.lists.map((name) => `list ${name}`),
        ]);
        for (const earlier of loaded.slice(0, index)) yield* replacedIn(earlier, file.path, names);
      }
    }
  },
};

/** The items of a rules file that default rules loaded after it define as well. */
function* replacedIn(
  { content, path }: RulesFile,
  later: string,
  names: ReadonlySet<string>,
): Iterable<Problem> {
  if (content.kind !== "source") return;
  for (const { kind, name, location } of itemsIn(content.source)) {
    if (!names.has(`${kind} ${name}`)) continue;
    yield {
      at: location,
      message: `Falco loads ${later} after ${path}, and its ${kind} "${name}" replaces this one.`,
      help: "List the default rules first in rules_files.",
    };
  }
}

export default rule;
