/**
 * A list, or the parentheses of a check, has a value twice.
 *
 * ## Why
 *
 * The second one changes nothing. Often another one was meant.
 *
 * ## Instead
 *
 * Remove the second one, or write the value that was meant.
 */

import type { Location } from "../../../../project/index.ts";
import { distinctLoads } from "../../../../stack/index.ts";
import { comma, removal } from "../../../removal.ts";
import type { LintRule, Problem } from "../../../rule.ts";

const rule: LintRule = {
  id: "falco/duplicate-value",
  severity: "notice",
  confidence: "high",
  summary: "A list has a value twice",
  fixable: true,
  *check(model) {
    for (const { result, sources } of distinctLoads(model.rulesets)) {
      for (const { name, items, external } of result.lists) {
        if (external) continue;
        const values = items.map(({ text, fileIndex, span }) => {
          const source = sources[fileIndex];
          return { text, at: source && { text: source.text, span } };
        });
        yield* twice(values, ` in the list "${name}"`);
      }
    }
    for (const condition of model.conditions) {
      for (const written of condition.checks) {
        const { check } = written;
        // `oneof` counts, which is another matter.
        if (check.kind !== "comparison" || check.modifier === "oneof") continue;
        if (new Set(written.values.map(({ text }) => text)).size === written.values.length) continue;
        const values = written.values
          .filter((value) => written.holds(value))
          .map(({ text, span }) => ({ text, at: condition.location(span) }));
        yield* twice(values, "");
      }
    }
  },
};

export default rule;

function* twice(
  values: readonly { readonly text: string; readonly at: Location | undefined }[],
  where: string,
): Iterable<Problem> {
  const seen = new Set<string>();
  const places = values.map(({ at }) => at);
  for (const [index, { text, at }] of values.entries()) {
    if (!seen.has(text)) seen.add(text);
    else if (at !== undefined) {
      const edit = removal(places, index, comma);
      yield {
        at,
        message: `\`${text}\` occurs twice${where}.`,
        help: "Remove one of them.",
        ...(edit && { fix: { description: "Remove it", safe: true, edits: [edit] } }),
      };
    }
  }
}
