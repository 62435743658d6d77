import type { FieldUse } from "../falco/evaluate/operand.ts";
import { vocabularyFor } from "../falco/evaluate/vocabulary.ts";
import { parse, type RuleDefinition } from "../falco/index.ts";
import type { Place } from "../project/text.ts";
import type { Ruleset } from "../stack/rules/ruleset.ts";

/** The fields of a rule's output where a file of the repository has them. */
export function* outputFields(
  { output, outputFields: names, source }: RuleDefinition,
  { result, sources }: Ruleset,
): Iterable<{ readonly field: FieldUse; readonly at: Place }> {
  const { fields, events } = result.engine;
  const vocabulary = vocabularyFor(fields, events, [source]);
  for (const name of new Set(names)) {
    const start = output.text.indexOf(`%${name}`);
    const left = start === -1 ? undefined : leftOf(name);
    const located = output.locate({ start, end: start + name.length + 1 });
    const file = located && sources[located.fileIndex];
    if (left?.kind !== "field" || located === undefined || file === undefined) continue;
    const field = vocabulary.resolve(left);
    if (!("problem" in field)) yield { field, at: { text: file.text, span: located.span } };
  }
}

function leftOf(name: string) {
  const { condition } = parse(`${name} exists`);
  return condition?.kind === "exists" ? condition.left : undefined;
}
