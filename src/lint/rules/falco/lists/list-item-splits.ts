/**
 * An item of a list, or a value of an exception, has a comma and no space.
 *
 * ## Why
 *
 * Falco puts the text of the items into the condition and reads that then. `a,b` is two values there. An item
 * with a space is quoted by Falco, and stays one.
 *
 * ## Instead
 *
 * Quote the item twice, so that the inner quotes reach the condition: `'"ro,noexec"'`.
 */

import type { ExceptionEntry, LocatedText } from "../../../../falco/index.ts";
import type { LintRule, Problem } from "../../../rule.ts";

const rule: LintRule = {
  id: "falco/list-item-splits",
  severity: "warning",
  confidence: "medium",
  summary: "An item of a list, or a value of an exception, has a comma, and becomes several values",
  fixable: true,
  *check({ rulesets }) {
    for (const { result, sources } of rulesets) {
      const find = function* (scalar: Scalar, where: string): Iterable<Problem> {
        const source = sources[scalar.fileIndex];
        // A blank makes Falco quote the item.
        if (source === undefined || !scalar.text.includes(",") || /[\s"'()]/.test(scalar.text)) return;
        const at = { text: source.text, span: scalar.span };
        yield {
          at,
          message: `\`${scalar.text}\` in ${where} becomes ${scalar.text.split(",").length} values.`,
          help: "Falco puts the text into conditions and reads it there. For one value, quote it again inside of the YAML quotes.",
          fix: {
            description: "Quote it for the condition too",
            safe: false,
            edits: [{ at, text: `'"${scalar.text}"'` }],
          },
        };
      };
      for (const { name, items, external } of result.lists) {
        if (!external) for (const item of items) yield* find(item, `the list "${name}"`);
      }
      for (const { exceptions, external } of result.rules) {
        if (external) continue;
        for (const { name, info } of exceptions) {
          for (const { text, fileIndex, span } of info.values.flatMap(scalarsIn))
            yield* find({ text, fileIndex, span }, `the exception "${name}"`);
        }
      }
    }
  },
};

type Scalar = Pick<LocatedText, "text" | "fileIndex" | "span">;

function scalarsIn(entry: ExceptionEntry): Scalar[] {
  if (entry.kind === "list") return entry.items.flatMap(scalarsIn);
  if (entry.kind !== "text" || entry.scalar === undefined) return [];
  return [{ text: entry.text, fileIndex: entry.scalar.fileIndex, span: entry.scalar.span }];
}

export default rule;
