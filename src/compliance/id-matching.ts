/** How people write the ids of a framework; its catalog says it. */
export interface IdForms {
  /** Words that may precede an id or be left out, such as `Article`. */
  readonly optional_words?: readonly string[];
  /** Whether a letter after an id names a part of it that has no entry of its own. */
  readonly optional_letter?: boolean;
}

/** A run of letters or of digits. */
export interface Token {
  /** In lower case, without leading zeros. */
  readonly text: string;
  readonly start: number;
}

/** The letters and numbers of a text; what separates them never matters in an id. */
export function tokenize(text: string): Token[] {
  return [...text.matchAll(/\p{L}+|\p{N}+/gu)].map(({ 0: run, index }) => ({
    text: run.toLowerCase().replace(/^0+(?=\d)/, ""),
    start: index,
  }));
}

/** The number of tokens that one of the words takes at an index, the longest first; 0 when there is none. */
export function wordLength(
  tokens: readonly Token[],
  at: number,
  words: readonly (readonly Token[])[],
): number {
  const lengths = words
    .filter((word) => word.every(({ text }, i) => tokens[at + i]?.text === text))
    .map((word) => word.length);
  return Math.max(0, ...lengths);
}

/** The tokens behind the optional words before an id; the last token always stays. */
export function withoutWords(
  tokens: readonly Token[],
  words: readonly (readonly Token[])[],
): readonly Token[] {
  let at = 0;
  for (;;) {
    const length = wordLength(tokens, at, words);
    if (length === 0 || at + length >= tokens.length) return tokens.slice(at);
    at += length;
  }
}

/** Finds ids of a catalog in any of the forms that people write. */
export class ControlIds {
  readonly #ids: ReadonlySet<string>;
  readonly #optionalWords: readonly Token[][];
  readonly #optionalLetter: boolean;
  /** By letters and numbers; null where several ids have the same. */
  readonly #byKey = new Map<string, string | null>();

  constructor(ids: Iterable<string>, forms: IdForms = {}) {
    this.#ids = new Set(ids);
    this.#optionalWords = (forms.optional_words ?? []).map(tokenize);
    this.#optionalLetter = forms.optional_letter ?? false;
    for (const id of this.#ids) {
      const key = keyOf(this.#tokens(id));
      this.#byKey.set(key, this.#byKey.has(key) ? null : id);
    }
  }

  /** The id as the catalog writes it. */
  find(written: string): string | undefined {
    if (this.#ids.has(written)) return written;
    const tokens = this.#tokens(written);
    if (tokens.length === 0) return undefined;
    const found = this.#byKey.get(keyOf(tokens));
    if (found != null || !this.#optionalLetter || !/^\p{L}$/u.test(tokens.at(-1)!.text))
      return found ?? undefined;
    return this.#byKey.get(keyOf(tokens.slice(0, -1))) ?? undefined;
  }

  #tokens(id: string): readonly Token[] {
    return withoutWords(tokenize(id), this.#optionalWords);
  }
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(" ");
}
