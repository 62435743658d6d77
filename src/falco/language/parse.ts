import { nearest, type Span } from "../../project/index.ts";
import {
  type Argument,
  type Comparison,
  type Condition,
  comparisonOperators,
  type Field,
  type List,
  listOperators,
  type Modifier,
  type NumberOperator,
  numberOperators,
  type Operand,
  type OperandList,
  type Transformation,
  type TransformerInput,
  type TransformerName,
  type Value,
  type ValueOperator,
} from "./ast.ts";
import { type Grammar, newestGrammar } from "./grammar.ts";
import { unquote } from "./quote.ts";

/** Why a text is no condition. */
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

export type ParseResult =
  | { readonly condition: Condition; readonly error?: undefined }
  | { readonly condition?: undefined; readonly error: ConditionError };

/**
 * Parses a condition. It takes what Falco takes, also where that is
 * odd: operators need no blank after them when they are letters and a list follows (`in(a)`, and
 * `proc.name info` is `proc.name in fo`), and a list whose first value has a bad escape is empty.
 *
 * @param grammar of the Falco version; {@link newestGrammar} by default
 * @param maxDepth steps of nesting that the engine allows; by default as many as where it loads rules
 */
export function parse(text: string, grammar = newestGrammar, maxDepth = grammar.maxDepth): ParseResult {
  const parser = new Parser(text, grammar, maxDepth);
  try {
    return { condition: parser.parse() };
  } catch (error) {
    if (error instanceof Failure) return { error: error.error };
    throw error;
  }
}

/**
 * Parses the field or the transformer that stands at an offset of an output, whatever follows it.
 *
 * @param argument whether `[...]` behind it is part of it
 */
export function parseOperandAt(
  text: string,
  start: number,
  argument: boolean,
  grammar = newestGrammar,
):
  | { readonly operand: Operand; readonly end: number; readonly error?: undefined }
  | { readonly error: ConditionError } {
  const parser = new Parser(text, grammar, 100, start);
  try {
    return parser.operandAt(argument);
  } catch (error) {
    if (error instanceof Failure) return { error: error.error };
    throw error;
  }
}

class Failure extends Error {
  readonly error: ConditionError;
  constructor(error: ConditionError) {
    super(error.message);
    this.error = error;
  }
}

interface Token {
  readonly text: string;
  readonly span: Span;
}

/** Operators that are words and need a blank after them. */
const wordOperator = /^[a-z]/;

class Parser {
  readonly #text: string;
  readonly #grammar: Grammar;
  readonly #maxDepth: number;
  #position: number;
  #depth = 0;
  /** Whether the outermost operand may have an argument in brackets. */
  #outerArgument = true;

  constructor(text: string, grammar: Grammar, maxDepth: number, start = 0) {
    this.#text = text;
    this.#grammar = grammar;
    this.#maxDepth = maxDepth;
    this.#position = start;
  }

  operandAt(argument: boolean): { operand: Operand; end: number } {
    const at = this.#position;
    this.#outerArgument = argument;
    const operand = this.#nested(() => this.#operand(at, true));
    if (operand === undefined)
      return this.#fail("expected the name of a field after `%`, as in `%proc.name`");
    return { operand, end: this.#position };
  }

  parse(): Condition {
    if (this.#text === "") this.#fail("the condition is empty");
    const condition = this.#or();
    if (this.#position < this.#text.length) this.#failAfterCheck();
    return condition;
  }

  #or(): Condition {
    return this.#nested(() => this.#joined("or", () => this.#and()));
  }

  #and(): Condition {
    return this.#nested(() => this.#joined("and", () => this.#not()));
  }

  #joined(word: "and" | "or", next: () => Condition): Condition {
    const at = this.#position;
    this.#blank();
    const children = [next()];
    this.#blank();
    while (this.#take(word)) {
      if (this.#blank()) children.push(next());
      else if (this.#take("(")) children.push(this.#embedded());
      else this.#fail(`write a blank or \`(\` after \`${word}\``);
      this.#blank();
    }
    if (children.length === 1) return children[0]!;
    const span = { start: children[0]!.span.start, end: children.at(-1)!.span.end };
    return { kind: word, children, span, at };
  }

  #not(): Condition {
    return this.#nested(() => {
      const at = this.#position;
      this.#blank();
      const start = this.#position;
      let negated = false;
      while (this.#takeNot()) negated = !negated;
      let child: Condition;
      if (this.#take("not(")) {
        negated = !negated;
        child = this.#embedded();
      } else child = this.#check();
      return negated ? { kind: "not", child, span: { start, end: this.#position }, at } : child;
    });
  }

  /** `not` with blanks after it; also with a vertical tab or a form feed, which are blanks nowhere else. */
  #takeNot(): boolean {
    if (!this.#text.startsWith("not", this.#position)) return false;
    let end = this.#position + 3;
    while (isSpace(this.#text.charCodeAt(end))) end++;
    if (end === this.#position + 3) return false;
    this.#position = end;
    return true;
  }

  /** What follows a `(`. */
  #embedded(): Condition {
    return this.#nested(() => {
      const open = this.#position - 1;
      this.#blank();
      const condition = this.#or();
      this.#blank();
      if (!this.#take(")")) {
        if (this.#position >= this.#text.length)
          this.#fail("this `(` is never closed; write a `)`", { start: open, end: open + 1 });
        this.#failAfterCheck("`)`");
      }
      return condition;
    });
  }

  #check(): Condition {
    return this.#nested(() => {
      const at = this.#position;
      this.#blank();
      if (this.#take("(")) return this.#embedded();
      const name = this.#fieldName();
      if (name !== undefined) return this.#comparison(this.#field(name, at), at);
      const transformer = this.#transformerName();
      if (transformer !== undefined) return this.#comparison(this.#transformation(transformer, at), at);
      const macro = this.#identifier();
      if (macro !== undefined) return { kind: "macro", name: macro.text, span: macro.span, at };
      return this.#fail("expected a check such as `proc.name = bash`, the name of a macro, or `(`");
    });
  }

  #field(name: Token, at: number): Field {
    return this.#nested(() => {
      const argument = this.#argument();
      const span = { start: name.span.start, end: this.#position };
      return { kind: "field", name: name.text, span, at, ...(argument && { argument }) };
    });
  }

  #argument(): Argument | undefined {
    const open = this.#position;
    // Only the outermost operand is left at this depth.
    if (!this.#outerArgument && this.#depth === 2) return undefined;
    if (!this.#take("[")) return undefined;
    const quoted = this.#quoted();
    const argument = quoted ?? this.#run(isArgumentCharacter);
    if (argument === undefined)
      return this.#fail('write what you ask for between the brackets, quoted if it holds blanks: `["a b"]`');
    if (!this.#take("]"))
      this.#fail("this `[` is never closed; write a `]`", { start: open, end: this.#position });
    return { text: argument.text, quoted: quoted !== undefined, span: argument.span };
  }

  /** What follows the `(` of a transformer. */
  #transformation(name: Token, at: number): Transformation {
    return this.#nested(() => {
      this.#blank();
      const inputs: TransformerInput[] = [];
      const { manyInputs } = this.#grammar;
      do {
        inputs.push(manyInputs ? this.#transformerInput() : this.#onlyInput());
        this.#blank();
      } while (manyInputs && this.#take(","));
      const expected = manyInputs ? "`,` or `)`" : "`)`";
      if (!this.#take(")")) this.#fail(`write ${expected} after this argument of \`${name.text}(\``);
      return this.#transformed(name, inputs, at);
    });
  }

  #transformed(name: Token, inputs: readonly TransformerInput[], at: number): Transformation {
    const argument = this.#grammar.manyInputs ? this.#argument() : undefined;
    return {
      kind: "transformation",
      transformer: name.text as TransformerName | "val",
      nameSpan: name.span,
      inputs,
      span: { start: name.span.start, end: this.#position },
      at,
      ...(argument && { argument }),
    };
  }

  /** The field or the transformer that a transformer takes. A field right behind a transformer takes its place. */
  #onlyInput(): Operand {
    this.#blank();
    const at = this.#position;
    const transformer = this.#transformerName();
    const inner = transformer && this.#transformation(transformer, at);
    const name = this.#fieldName();
    const input = name === undefined ? inner : this.#field(name, at);
    return input ?? this.#fail("expected a field or a transformer");
  }

  #transformerInput(): TransformerInput {
    return this.#nested(() => {
      const at = this.#position;
      this.#blank();
      const literal = this.#number() ?? this.#quotedValue(at);
      if (literal !== undefined) return { ...literal, at };
      const start = this.#position;
      if (this.#take("(")) return this.#operandList(start, at);
      const operand = this.#operand(at, false);
      if (operand !== undefined) return operand;
      return this.#fail("expected a field, a transformer, a quoted text, a number or a list in parentheses");
    });
  }

  #operandList(start: number, at: number): OperandList {
    const items: (Operand | Value)[] = [];
    this.#blank();
    if (!this.#take(")")) {
      do {
        this.#blank();
        items.push(this.#operandListItem(at));
        this.#blank();
      } while (this.#take(","));
      if (!this.#take(")")) this.#fail("write `,` or `)` after this item of the list");
    }
    return { kind: "operands", items, span: { start, end: this.#position }, at };
  }

  #operandListItem(at: number): Operand | Value {
    const item = this.#operand(at, true) ?? this.#quotedValue(at) ?? this.#number();
    if (item !== undefined) return { ...item, at };
    return this.#fail("expected a field, a transformer, a quoted text or a number");
  }

  /** A field or a transformer, where blanks may follow the parenthesis. */
  #operand(at: number, fieldFirst: boolean): Operand | undefined {
    const field = fieldFirst ? this.#fieldName() : undefined;
    if (field !== undefined) return this.#field(field, at);
    const transformer = this.#transformerName();
    if (transformer !== undefined) return this.#transformation(transformer, at);
    const name = fieldFirst ? undefined : this.#fieldName();
    return name && this.#field(name, at);
  }

  #comparison(left: Operand, at: number): Condition {
    return this.#nested(() => {
      this.#blank();
      const start = this.#position;
      if (this.#take("exists")) {
        const operatorSpan = { start, end: this.#position };
        return {
          kind: "exists",
          left,
          operatorSpan,
          span: { start: left.span.start, end: this.#position },
          at,
        };
      }
      const rest = this.#operatorAndRight();
      return {
        kind: "comparison",
        left,
        ...rest,
        span: { start: left.span.start, end: this.#position },
        at,
      };
    });
  }

  #operatorAndRight(): Pick<Comparison, "operator" | "modifier" | "operatorSpan" | "right"> {
    const start = this.#position;
    const number = this.#takeOperator(numberOperators);
    if (number !== undefined)
      return { operator: number, operatorSpan: this.#from(start), right: this.#numberRight(number) };
    const value = this.#takeOperator(this.#grammar.valueOperators);
    if (value !== undefined) return this.#valueRight(value, start);
    const list = this.#takeOperator(listOperators);
    if (list !== undefined)
      return { operator: list, operatorSpan: this.#from(start), right: this.#listRight(true) };
    return this.#failOperator();
  }

  #valueRight(
    operator: ValueOperator,
    start: number,
  ): Pick<Comparison, "operator" | "modifier" | "operatorSpan" | "right"> {
    const operatorSpan = { start, end: start + operator.length };
    // The blank that a word needs is already taken.
    const blank = wordOperator.test(operator) || this.#blank();
    const before = this.#position;
    const modifier = blank ? this.#takeOperator(this.#grammar.modifiers) : undefined;
    if (modifier !== undefined && this.#listFollows()) {
      const end = before + modifier.length;
      return {
        operator,
        modifier: modifier as Modifier,
        operatorSpan: { start, end },
        right: this.#listRight(false),
      };
    }
    this.#position = before;
    return { operator, operatorSpan, right: this.#textRight() };
  }

  /** Whether a list or the name of one follows, and no `and`, `or` or `not`. */
  #listFollows(): boolean {
    const code = this.#text.charCodeAt(this.#position);
    if (code !== 0x28 && !isLetter(code)) return false;
    return !["and", "or", "not"].some(
      (word) =>
        this.#text.startsWith(word, this.#position) &&
        !isLetterOrDigit(this.#text.charCodeAt(this.#position + word.length)),
    );
  }

  #numberRight(operator: NumberOperator): Value | Transformation {
    return this.#nested(() => {
      this.#blank();
      const right = this.#transformedRight() ?? this.#number();
      if (right !== undefined) return right;
      return this.#fail(`\`${operator}\` compares with a number, \`val(FIELD)\` or a transformer`);
    });
  }

  #textRight(): Value | Transformation {
    return this.#nested(() => {
      this.#blank();
      const right = this.#transformedRight() ?? this.#literal();
      if (right !== undefined) return right;
      if (this.#text[this.#position] === "(")
        return this.#fail("this operator takes one value, not a list; write `in (...)` or `= anyof (...)`");
      return this.#fail('expected a value, quoted if it holds blanks or any of `( ) , = "`');
    });
  }

  #listRight(transformable: boolean): Value | List | Transformation {
    return this.#nested(() => {
      this.#blank();
      const list = this.#list();
      if (list !== undefined) return list;
      const right = transformable ? this.#transformedRight() : undefined;
      if (right !== undefined) return right;
      const name = this.#identifier();
      if (name !== undefined)
        return { kind: "value", text: name.text, quoted: false, span: name.span, at: name.span.start };
      return this.#fail("expected a list in parentheses or the name of a list");
    });
  }

  #list(): List | undefined {
    const start = this.#position;
    if (!this.#take("(")) return undefined;
    const values: Value[] = [];
    this.#blank();
    const first = this.#firstListValue();
    if (first.value !== undefined) {
      values.push(first.value);
      this.#blank();
      while (this.#take(",")) {
        values.push(this.#listValue());
        this.#blank();
      }
    }
    if (!this.#take(")")) {
      if (first.problem !== undefined) throw new Failure({ ...first.problem, at: this.#position });
      if (this.#position >= this.#text.length)
        this.#fail("this `(` is never closed; write a `)`", { start, end: start + 1 });
      this.#fail("write `,` or `)` after this value of the list; quote a value that holds blanks");
    }
    return { kind: "list", values, span: this.#from(start), at: start };
  }

  /** Falco takes any failure of the first value as the end of an empty list. */
  #firstListValue(): { value?: Value; problem?: ConditionError } {
    const depth = this.#depth;
    try {
      return { value: this.#listValue() };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#depth = depth;
      return { problem: error.error };
    }
  }

  #listValue(): Value {
    return this.#nested(() => {
      this.#blank();
      return this.#literal() ?? this.#fail("expected a value, or `)` to close the list");
    });
  }

  /** `val(FIELD)` or a transformer, where a value may stand too. */
  #transformedRight(): Transformation | undefined {
    return this.#nested(() => {
      const at = this.#position;
      const val = this.#grammar.val ? this.#word("val(") : undefined;
      if (val !== undefined) return this.#val(val, at);
      const transformer = this.#transformerName();
      return transformer && this.#transformation(transformer, at);
    });
  }

  #val(name: Token, at: number): Transformation {
    this.#blank();
    const fieldAt = this.#position;
    const field = this.#fieldName();
    if (field === undefined) return this.#fail("`val(` takes the name of one field");
    const input = this.#field(field, fieldAt);
    this.#blank();
    if (!this.#take(")")) this.#fail("write `)` after the field: `val(` takes one field");
    return this.#transformed(name, [input], at);
  }

  #literal(): Value | undefined {
    const start = this.#position;
    return this.#quotedValue(start) ?? this.#value(this.#run(isBareCharacter), false);
  }

  #quotedValue(at: number): Value | undefined {
    const quoted = this.#quoted();
    return quoted && { kind: "value", text: quoted.text, quoted: true, span: quoted.span, at };
  }

  #value(token: Token | undefined, quoted: boolean): Value | undefined {
    return token && { kind: "value", text: token.text, quoted, span: token.span, at: token.span.start };
  }

  #number(): Value | undefined {
    const start = this.#position;
    const end = numberEnd(this.#text, start);
    return end === start ? undefined : this.#value(this.#advance(end), false);
  }

  /** A quoted text. As in the engine, a quote after a backslash never closes it, even if that is escaped itself. */
  #quoted(): Token | undefined {
    const start = this.#position;
    const delimiter = this.#text[start];
    if (delimiter !== "'" && delimiter !== '"') return undefined;
    let end = start + 1;
    for (; ; end++) {
      const character = this.#text[end];
      if (character === undefined || character === "\0") return undefined;
      if (character === delimiter && this.#text[end - 1] !== "\\") break;
    }
    this.#position = end + 1;
    const result = unquote(this.#text.slice(start + 1, end), delimiter, this.#grammar.hexEscapes);
    if ("problem" in result) {
      const at = start + 1 + result.offset;
      return this.#fail(result.problem, { start: at, end: Math.min(at + 2, end) });
    }
    return { text: result.text, span: { start, end: end + 1 } };
  }

  #identifier(): Token | undefined {
    return this.#advance(identifierEnd(this.#text, this.#position));
  }

  /** Two or more identifiers joined by dots. */
  #fieldName(): Token | undefined {
    let end = identifierEnd(this.#text, this.#position);
    let parts = 0;
    while (end > this.#position && this.#text[end] === ".") {
      const next = identifierEnd(this.#text, end + 1);
      if (next === end + 1) break;
      end = next;
      parts++;
    }
    return parts === 0 ? undefined : this.#advance(end);
  }

  /** The name of a transformer with its parenthesis, which the token does not hold. */
  #transformerName(): Token | undefined {
    for (const name of this.#grammar.transformers) {
      const token = this.#word(`${name}(`);
      if (token !== undefined) return token;
    }
    return undefined;
  }

  /** A word that ends with a parenthesis, which the token does not hold. */
  #word(word: string): Token | undefined {
    const start = this.#position;
    if (!this.#take(word)) return undefined;
    return { text: word.slice(0, -1), span: { start, end: this.#position - 1 } };
  }

  /** Takes the first operator that stands here; one of letters, if it needs a blank, with the blanks after it. */
  #takeOperator<T extends string>(operators: readonly T[]): T | undefined {
    const start = this.#position;
    const needsBlank = (operators as readonly string[]) !== listOperators;
    for (const operator of operators) {
      if (!this.#take(operator)) continue;
      if (!needsBlank || !wordOperator.test(operator) || this.#blankAfterOperator()) return operator;
      if (!this.#grammar.backtracks) return undefined;
      this.#position = start;
    }
    return undefined;
  }

  #blankAfterOperator(): boolean {
    return (this.#grammar.anyBlankAfterOperator || this.#text[this.#position] === " ") && this.#blank();
  }

  #run(accepts: (code: number) => boolean): Token | undefined {
    let end = this.#position;
    while (end < this.#text.length && accepts(this.#text.charCodeAt(end))) end++;
    return this.#advance(end);
  }

  /** The text up to `end`, if that is not empty. */
  #advance(end: number): Token | undefined {
    const start = this.#position;
    if (end === start) return undefined;
    this.#position = end;
    return { text: this.#text.slice(start, end), span: { start, end } };
  }

  #take(word: string): boolean {
    if (!this.#text.startsWith(word, this.#position)) return false;
    this.#position += word.length;
    return true;
  }

  #blank(): boolean {
    const start = this.#position;
    while (isBlank(this.#text.charCodeAt(this.#position))) this.#position++;
    return this.#position > start;
  }

  #from(start: number): Span {
    let end = this.#position;
    while (end > start && isBlank(this.#text.charCodeAt(end - 1))) end--;
    return { start, end };
  }

  /** Counts the same steps as the engine, so that the same nesting is too deep. */
  #nested<T>(step: () => T): T {
    if (++this.#depth >= this.#maxDepth)
      this.#fail("the condition is nested too deeply; split it into macros");
    const result = step();
    this.#depth--;
    return result;
  }

  #failAfterCheck(closing?: string): never {
    const start = this.#position;
    const rest = this.#tokenHere();
    const word = this.#text.slice(rest.start, rest.end);
    const expected = closing === undefined ? "`and` or `or`" : `\`and\`, \`or\` or ${closing}`;
    if (word === "(") this.#failBeforeParenthesis(start, rest);
    if (word === ")") this.#fail("this `)` closes nothing; delete it", rest);
    if (isQuote(this.#text.charCodeAt(start)))
      this.#fail(`expected ${expected}; a text that holds quotes is quoted as a whole`, rest);
    return this.#fail(`expected ${expected}; quote the value before if \`${word}\` belongs to it`, rest);
  }

  /** A word that a parenthesis follows may be known to later versions only, or stand on the wrong side. */
  #failBeforeParenthesis(start: number, parenthesis: Span): void {
    const word = /([a-z0-9]+) *$/.exec(this.#text.slice(Math.max(0, start - 20), start))?.[1] ?? "";
    const first = this.#grammar.laterWords.get(word);
    if (word === "val" && this.#grammar.val)
      this.#fail("`val(FIELD)` stands on the right of an operator only; write the field alone", parenthesis);
    if (first !== undefined)
      this.#fail(`Falco knows \`${word}\` since ${first.replace(/\.0$/, "")}`, parenthesis);
  }

  #failOperator(): never {
    const here = this.#tokenHere();
    const word = this.#text.slice(here.start, here.end);
    const first = this.#grammar.laterWords.get(word);
    if (first !== undefined && comparisonOperators.has(word))
      return this.#fail(`\`${word}\` is an operator since Falco ${first.replace(/\.0$/, "")}`, here);
    if (comparisonOperators.has(word)) return this.#fail(`write a blank and a value after \`${word}\``, here);
    const suggestion = word === "" ? undefined : nearest(word.toLowerCase(), this.#operators());
    if (suggestion === undefined)
      return this.#fail("expected an operator, such as `=`, `in` or `startswith`");
    return this.#fail(`\`${word}\` is no operator; did you mean \`${suggestion}\`?`, here, suggestion);
  }

  #operators(): string[] {
    return ["exists", ...numberOperators, ...this.#grammar.valueOperators, ...listOperators];
  }

  #fail(message: string, span = this.#tokenHere(), suggestion?: string): never {
    throw new Failure({ message, at: this.#position, span, ...(suggestion && { suggestion }) });
  }

  /** The word or the character at the position. */
  #tokenHere(): Span {
    const start = this.#position;
    let end = start;
    while (end < this.#text.length && isBareCharacter(this.#text.charCodeAt(end))) end++;
    if (end === start && start < this.#text.length) end++;
    return { start, end };
  }
}

/** End of the number at `start`, or `start`: `0x1F`, or digits with a sign, a dot and an exponent. */
function numberEnd(text: string, start: number): number {
  let end = start;
  if (text[end] === "0" && (text[end + 1] === "x" || text[end + 1] === "X")) {
    end += 2;
    while (isHexDigit(text.charCodeAt(end))) end++;
    if (end > start + 2) return end;
    end = start;
  }
  if (text[end] === "+" || text[end] === "-") end++;
  const digits = end;
  while (isDigit(text.charCodeAt(end))) end++;
  if (end === digits) return start;
  if (text[end] === ".") end++;
  while (isDigit(text.charCodeAt(end))) end++;
  // An exponent needs its sign.
  if ((text[end] === "e" || text[end] === "E") && (text[end + 1] === "+" || text[end + 1] === "-")) {
    let exponent = end + 2;
    while (isDigit(text.charCodeAt(exponent))) exponent++;
    if (exponent > end + 2) end = exponent;
  }
  return end;
}

/** End of the identifier at `start`, or `start`. */
function identifierEnd(text: string, start: number): number {
  if (!isLetter(text.charCodeAt(start))) return start;
  let end = start + 1;
  while (isWordCharacter(text.charCodeAt(end))) end++;
  return end;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}

function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

function isWordCharacter(code: number): boolean {
  return isLetterOrDigit(code) || code === 0x5f;
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27;
}

/** Blank between tokens. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x08 || code === 0x0d || code === 0x0a;
}

/** Blank that ends a bare word. */
function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function isArgumentCharacter(code: number): boolean {
  return !isSpace(code) && !isQuote(code) && code !== 0x5b && code !== 0x5d;
}

function isBareCharacter(code: number): boolean {
  return !isSpace(code) && !isQuote(code) && code !== 0x28 && code !== 0x29 && code !== 0x3d && code !== 0x2c;
}
