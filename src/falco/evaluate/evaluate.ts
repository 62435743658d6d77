import { type DeclaredField, Engine, findVersion, plugins } from "../catalog/index.ts";
import { type Grammar, newestGrammar, parse } from "../language/index.ts";
import { EvaluationError, type Event, type FieldValues } from "./event.ts";
import { type Explanation, explain } from "./explanation.ts";
import { readEvent } from "./given.ts";
import { CompileError } from "./operand.ts";
import { type Compiled, compile, run, type Vocabulary } from "./program.ts";
import { vocabularyFor } from "./vocabulary.ts";

export interface EvaluateOptions {
  /** As in `0.44.1`; by default the fields of the newest release and the grammar of the next one. */
  readonly falcoVersion?: string;
  /** Names of loaded plugins; by default all known ones. */
  readonly plugins?: readonly string[];
  /** Further fields. */
  readonly fields?: readonly DeclaredField[];
  /** The event source that fields belong to; by default all sources. */
  readonly source?: string;
}

/** `error` says why the condition does not compile, which value has the wrong type, or why the engine would crash. */
export type Evaluation =
  | { readonly result: boolean; readonly error?: undefined }
  | { readonly result?: undefined; readonly error: string };

/**
 * Whether a condition holds for an event with these field values, exactly as in Falco's engine. Never throws. The
 * condition names no macros and no lists.
 */
export function evaluate(condition: string, fields: FieldValues, options: EvaluateOptions = {}): Evaluation {
  return guarded(() => {
    const { compiled, event } = prepare(condition, fields, options);
    return { result: run(compiled, event) };
  });
}

export type { FieldValue, FieldValues } from "./event.ts";
export type { Explanation } from "./explanation.ts";

/** Like {@link evaluate}, with the value and the result of every check. */
export function explainEvaluation(
  condition: string,
  fields: FieldValues,
  options: EvaluateOptions = {},
):
  | { readonly explanation: Explanation; readonly error?: undefined }
  | { readonly explanation?: undefined; readonly error: string } {
  return guarded(() => {
    const { compiled, event } = prepare(condition, fields, options);
    return { explanation: explain(compiled, event) };
  });
}

function guarded<T extends object>(step: () => T): T | { readonly error: string } {
  try {
    return step();
  } catch (error) {
    if (error instanceof CompileError || error instanceof EvaluationError) return { error: error.message };
    // Transformers can make texts that exceed memory, and lists in values can nest deeply.
    if (error instanceof RangeError) return { error: "a value is too large, or nests too deep" };
    throw error;
  }
}

function prepare(
  condition: string,
  fields: FieldValues,
  options: EvaluateOptions,
): { readonly compiled: Compiled; readonly event: Event } {
  const { grammar, vocabulary } = languageOf(options);
  const parsed = parse(condition, grammar);
  if (parsed.error !== undefined) {
    throw new CompileError(parsed.error.message, { span: parsed.error.span, at: parsed.error.at });
  }
  return { compiled: compile(parsed.condition, vocabulary), event: readEvent(fields, vocabulary) };
}

/** The grammar and the names of conditions. */
interface Language {
  readonly grammar: Grammar;
  readonly vocabulary: Vocabulary;
}

/** Keeps the tables of the last options, as callers usually repeat them. */
let last: { readonly key: string; readonly language: Language } | undefined;

function languageOf(options: EvaluateOptions): Language {
  const key = JSON.stringify(options);
  if (last?.key !== key) last = { key, language: makeLanguage(options) };
  return last.language;
}

function makeLanguage({ falcoVersion, plugins: names, fields, source }: EvaluateOptions): Language {
  if (falcoVersion !== undefined && findVersion(falcoVersion) === undefined) {
    throw new EvaluationError(`there is no Falco ${falcoVersion}`);
  }
  const engine = new Engine({
    plugins: names ?? [...plugins.keys()],
    ...(falcoVersion !== undefined && { falcoVersion }),
    ...(fields && { fields }),
  });
  const sources = source === undefined ? [...engine.sources] : [source];
  return {
    grammar: falcoVersion === undefined ? newestGrammar : engine.features.grammar,
    vocabulary: vocabularyFor(engine.fields, engine.events, sources),
  };
}
