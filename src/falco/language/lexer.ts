import type { Span } from "../../project/index.ts";
import { listOperators } from "./ast.ts";
import { isBareCharacter, isBlank, isLetter, isSpace, isWordCharacter } from "./characters.ts";
import type { Grammar } from "./grammar.ts";
import { unquote } from "./quote.ts";

/** Why a text is not a condition. */
export interface ConditionError {
  /** What is wrong and what to write. */
  readonly message: string;
  /** Offset at which Falco reports the error. */
  readonly at: number;
  /** The token at fault; empty at the end of the text. */
  readonly span: Span;
  /** What was likely meant. */
  readonly suggestion?: string;
}

/** Ends the parsing at the first error. */
export class Failure extends Error {
  readonly error: ConditionError;
  constructor(error: ConditionError) {
    super(error.message);
    this.error = error;
  }
}

export interface Token {
  readonly text: string;
  readonly span: Span;
}

/** Operators that are words and need a blank after them. */
export const wordOperator = /^[a-z]/;

/** Reads tokens from the text of a condition at the parser's position. */
export class Lexer {
  readonly text: string;
  readonly #grammar: Grammar;
  /** UTF-16 offset of the next character. */
  position: number;

  constructor(text: string, grammar: Grammar, start: number) {
    this.text = text;
    this.#grammar = grammar;
    this.position = start;
  }

  take(word: string): boolean {
    if (!this.text.startsWith(word, this.position)) return false;
    this.position += word.length;
    return true;
  }

  /** `not` with blanks after it; only here a vertical tab or a form feed is a blank too. */
  takeNot(): boolean {
    if (!this.text.startsWith("not", this.position)) return false;
    let end = this.position + 3;
    while (isSpace(this.text.charCodeAt(end))) end++;
    if (end === this.position + 3) return false;
    this.position = end;
    return true;
  }

  blank(): boolean {
    const start = this.position;
    while (isBlank(this.text.charCodeAt(this.position))) this.position++;
    return this.position > start;
  }

  /** A word that ends with a parenthesis, which the token does not hold. */
  word(word: string): Token | undefined {
    const start = this.position;
    if (!this.take(word)) return undefined;
    return { text: word.slice(0, -1), span: { start, end: this.position - 1 } };
  }

  identifier(): Token | undefined {
    return this.#advance(identifierEnd(this.text, this.position));
  }

  /** Two or more identifiers joined by dots. */
  fieldName(): Token | undefined {
    let end = identifierEnd(this.text, this.position);
    let parts = 0;
    while (end > this.position && this.text[end] === ".") {
      const next = identifierEnd(this.text, end + 1);
      if (next === end + 1) break;
      end = next;
      parts++;
    }
    return parts === 0 ? undefined : this.#advance(end);
  }

  /** The name of a transformer with its parenthesis, which the token does not hold. */
  transformerName(): Token | undefined {
    for (const name of this.#grammar.transformers) {
      const token = this.word(`${name}(`);
      if (token !== undefined) return token;
    }
    return undefined;
  }

  /** Takes the first operator that matches here; one of letters includes the blanks after it if it needs one. */
  takeOperator<T extends string>(operators: readonly T[]): T | undefined {
    const start = this.position;
    const needsBlank = (operators as readonly string[]) !== listOperators;
    for (const operator of operators) {
      if (!this.take(operator)) continue;
      if (!needsBlank || !wordOperator.test(operator) || this.#blankAfterOperator()) return operator;
      if (!this.#grammar.backtracks) return undefined;
      this.position = start;
    }
    return undefined;
  }

  #blankAfterOperator(): boolean {
    return (this.#grammar.anyBlankAfterOperator || this.text[this.position] === " ") && this.blank();
  }

  /** A number: `0x1F`, or digits with a sign, a dot and an exponent. */
  number(): Token | undefined {
    return this.#advance(numberEnd(this.text, this.position));
  }

  /** A quoted text. As in the engine, a quote after a backslash never closes it, even if that is escaped itself. */
  quoted(): Token | undefined {
    const start = this.position;
    const delimiter = this.text[start];
    if (delimiter !== "'" && delimiter !== '"') return undefined;
    let end = start + 1;
    for (; ; end++) {
      const character = this.text[end];
      if (character === undefined || character === "\0") return undefined;
      if (character === delimiter && this.text[end - 1] !== "\\") break;
    }
    this.position = end + 1;
    const result = unquote(this.text.slice(start + 1, end), delimiter, this.#grammar.hexEscapes);
    if ("problem" in result) {
      const at = start + 1 + result.offset;
      return this.fail(result.problem, { start: at, end: Math.min(at + 2, end) });
    }
    return { text: result.text, span: { start, end: end + 1 } };
  }

  run(accepts: (code: number) => boolean): Token | undefined {
    let end = this.position;
    while (end < this.text.length && accepts(this.text.charCodeAt(end))) end++;
    return this.#advance(end);
  }

  /** The text up to `end`, if that is not empty. */
  #advance(end: number): Token | undefined {
    const start = this.position;
    if (end === start) return undefined;
    this.position = end;
    return { text: this.text.slice(start, end), span: { start, end } };
  }

  from(start: number): Span {
    let end = this.position;
    while (end > start && isBlank(this.text.charCodeAt(end - 1))) end--;
    return { start, end };
  }

  /** The word or the character at the position. */
  tokenHere(): Span {
    const start = this.position;
    let end = start;
    while (end < this.text.length && isBareCharacter(this.text.charCodeAt(end))) end++;
    if (end === start && start < this.text.length) end++;
    return { start, end };
  }

  fail(message: string, span = this.tokenHere(), suggestion?: string): never {
    throw new Failure({ message, at: this.position, span, ...(suggestion && { suggestion }) });
  }
}

const numberHere = /0[xX][0-9a-fA-F]+|[+-]?[0-9]+\.?[0-9]*(?:[eE][+-][0-9]+)?/y;

/** End of the number at `start`, or `start`. An exponent needs its sign. */
function numberEnd(text: string, start: number): number {
  numberHere.lastIndex = start;
  return numberHere.test(text) ? numberHere.lastIndex : start;
}

/** End of the identifier at `start`, or `start`. */
function identifierEnd(text: string, start: number): number {
  if (!isLetter(text.charCodeAt(start))) return start;
  let end = start + 1;
  while (isWordCharacter(text.charCodeAt(end))) end++;
  return end;
}
