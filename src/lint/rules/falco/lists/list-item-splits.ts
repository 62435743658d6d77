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

import type { ExceptionEntry, LoadResult, LocatedText } from "../../../../falco/index.ts";
import type { Ruleset } from "../../../../stack/index.ts";
import type { LintRule, Problem } from "../../../rule.ts";

const rule: LintRule = {
  id: "falco/list-item-splits",
  severity: "warning",
  confidence: "medium",
  summary: "An item of a list, or a value of an exception, has a comma, and becomes several values",
  fixable: true,
  *check({ rulesets }) {
    for (const { result, sources } of rulesets) {
      for (const { where, scalars } of writtenIn(result))
        for (const scalar of scalars) yield* splits(scalar, where, sources);
    }
  },
};

type Scalar = Pick<LocatedText, "text" | "fileIndex" | "span">;

/** The items of lists and the values of exceptions that files of the repository hold. */
function writtenIn({ lists, rules }: LoadResult): { where: string; scalars: readonly Scalar[] }[] {
  const exceptions = rules.flatMap(({ external, exceptions }) => (external ? [] : exceptions));
  return [
    ...lists
      .filter(({ external }) => !external)
      .map(({ name, items }) => ({ where: `the list "${name}"`, scalars: items })),
    ...exceptions.map(({ name, info }) => ({
      where: `the exception "${name}"`,
      scalars: info.values.flatMap(scalarsIn),
    })),
  ];
}

function* splits(
  { text, fileIndex, span }: Scalar,
  where: string,
  sources: Ruleset["sources"],
): Iterable<Problem> {
  const source = sources[fileIndex];
  // A space makes Falco quote the item.
  if (source === undefined || !text.includes(",") || /[\s"'()]/.test(text)) return;
  const at = { text: source.text, span };
  yield {
    at,
    message: `\`${text}\` in ${where} becomes ${text.split(",").length} values.`,
    help: "Falco puts the text into conditions and reads it there. For one value, quote it again inside of the YAML quotes.",
    fix: {
      description: "Quote it for the condition too",
      safe: false,
      edits: [{ at, text: `'"${text}"'` }],
    },
  };
}

function scalarsIn(entry: ExceptionEntry): Scalar[] {
  if (entry.kind === "list") return entry.items.flatMap(scalarsIn);
  if (entry.kind !== "text" || entry.scalar === undefined) return [];
  return [{ text: entry.text, fileIndex: entry.scalar.fileIndex, span: entry.scalar.span }];
}

export default rule;
