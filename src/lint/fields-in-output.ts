import { type FieldUse, parse, type RuleDefinition, type TracedText, vocabularyFor } from "../falco/index.ts";
import type { Location, Span } from "../project/index.ts";
import type { Ruleset } from "../stack/index.ts";

/** The fields of a rule's output where a file of the repository has them. */
export function* outputFields(
  { output, outputFields: names, source }: RuleDefinition,
  { result, sources }: Ruleset,
): Iterable<{ readonly field: FieldUse; readonly at: Location }> {
  const { fields, events } = result.engine;
  const vocabulary = vocabularyFor(fields, events, [source]);
  for (const name of new Set(names)) {
    const start = output.text.indexOf(`%${name}`);
    const left = start === -1 ? undefined : leftOf(name);
    const at = locationIn(output, { start, end: start + name.length + 1 }, sources);
    if (left?.kind !== "field" || at === undefined) continue;
    const field = vocabulary.resolve(left);
    if (!("problem" in field)) yield { field, at };
  }
}

/**
 * Fields of a rule's output before brackets that are none of theirs, as `%proc.aname[2x]`: a field that takes an
 * argument, but not this one.
 */
export function* fieldsBeforeBrackets(
  { output, outputFields: names, source }: RuleDefinition,
  { result, sources }: Ruleset,
): Iterable<{ readonly name: string; readonly brackets: string; readonly at: Location }> {
  const { fields, events } = result.engine;
  const vocabulary = vocabularyFor(fields, events, [source]);
  for (const name of new Set(names)) {
    if (fields.find(source, name).field?.argument === undefined) continue;
    for (
      let start = output.text.indexOf(`%${name}[`);
      start !== -1;
      start = output.text.indexOf(`%${name}[`, start + 1)
    ) {
      const brackets = /^\[[^\]%]*\]/.exec(output.text.slice(start + 1 + name.length))?.[0];
      if (brackets === undefined) continue;
      const left = leftOf(name + brackets);
      if (left?.kind === "field" && !("problem" in vocabulary.resolve(left))) continue;
      const end = start + 1 + name.length + brackets.length;
      const at = locationIn(output, { start, end }, sources);
      if (at !== undefined) yield { name, brackets, at };
    }
  }
}

function locationIn(output: TracedText, span: Span, sources: Ruleset["sources"]): Location | undefined {
  const located = output.locate(span);
  const source = located && sources[located.fileIndex];
  return source && { text: source.text, span: located.span };
}

function leftOf(name: string) {
  const { condition } = parse(`${name} exists`);
  return condition?.kind === "exists" ? condition.left : undefined;
}
