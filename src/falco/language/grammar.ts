import { modifiers, type TransformerName, transformers, type ValueOperator, valueOperators } from "./ast.ts";

/** What a version of Falco understands in conditions. The rest is the same in all. Source: libs at each release. */
export interface Grammar {
  readonly valueOperators: readonly ValueOperator[];
  readonly modifiers: readonly string[];
  readonly transformers: readonly TransformerName[];
  /** Whether `val(FIELD)` is one. */
  readonly val: boolean;
  /** Whether `\xHH` is a byte between quotes. */
  readonly hexEscapes: boolean;
  /** Whether any blank may follow an operator of letters, or only a space. */
  readonly anyBlankAfterOperator: boolean;
  /** Whether an operator of letters without a blank after it leaves the parser where it was. */
  readonly backtracks: boolean;
  /** Whether transformers take several values, literals and lists, and an argument in brackets. */
  readonly manyInputs: boolean;
  /** Steps of nesting in a condition. The releases from 0.38 to 0.44 have no bound but memory: this one is ours. */
  readonly maxDepth: number;
}

/** Words that came with a version of Falco. */
const since: Readonly<Record<string, string>> = {
  iglob: "0.38.0",
  regex: "0.39.0",
  oneof: "0.44.0",
  anyof: "0.44.0",
  allof: "0.44.0",
  val: "0.38.0",
  tolower: "0.38.0",
  toupper: "0.38.0",
  b64: "0.38.0",
  basename: "0.39.0",
  len: "0.40.0",
  join: "0.44.0",
  concat: "0.44.0",
  getopt: "0.44.0",
};

/** The first version of Falco that knows an operator, a modifier or a transformer; undefined if all do. */
export function sinceVersion(word: string): string | undefined {
  return Object.hasOwn(since, word) ? since[word] : undefined;
}

/** All that the newest release or the one in development understands. */
export const newestGrammar: Grammar = {
  valueOperators,
  modifiers,
  transformers,
  val: true,
  hexEscapes: true,
  anyBlankAfterOperator: true,
  backtracks: true,
  manyInputs: true,
  maxDepth: 1000,
};
