import {
  type Argument,
  type Comparison,
  type Condition,
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
import { isArgumentCharacter, isBareCharacter, isLetter, isLetterOrDigit } from "./characters.ts";
import { type Grammar, newestGrammar } from "./grammar.ts";
import { type ConditionError, Failure, Lexer, type Token, wordOperator } from "./lexer.ts";
import { failAfterCheck, failOperator } from "./syntax-errors.ts";

export type ParseResult =
  | { readonly condition: Condition; readonly error?: undefined }
  | { readonly condition?: undefined; readonly error: ConditionError };

// Written by hand: a parser generator has no place for the engine's oddities and for messages that say what to write.

/**
 * Parses a condition. It accepts what Falco accepts, oddities included: operators need no blank after them when they are letters and a list follows (`in(a)`, and
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
 * Parses the field or the transformer at an offset of an output and ignores the rest.
 *
 * @param argument whether `[...]` after it is part of it
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

class Parser {
  readonly #lexer: Lexer;
  readonly #grammar: Grammar;
  readonly #maxDepth: number;
  #depth = 0;
  /** Whether the outermost operand can have an argument in brackets. */
  #outerArgument = true;
  constructor(text: string, grammar: Grammar, maxDepth: number, start = 0) {
    this.#lexer = new Lexer(text, grammar, start);
    this.#grammar = grammar;
    this.#maxDepth = maxDepth;
  }

  operandAt(argument: boolean): { operand: Operand; end: number } {
    const at = this.#lexer.position;
    this.#outerArgument = argument;
    const operand = this.#nested(() => this.#operand(at, true));
    if (operand === undefined)
      return this.#lexer.fail("expected the name of a field after `%`, as in `%proc.name`");
    return { operand, end: this.#lexer.position };
  }

  parse(): Condition {
    if (this.#lexer.text === "") this.#lexer.fail("the condition is empty");
    const condition = this.#or();
    if (this.#lexer.position < this.#lexer.text.length) failAfterCheck(this.#lexer, this.#grammar);
    return condition;
  }

  #or(): Condition {
    return this.#nested(() => this.#joined("or", () => this.#and()));
  }

  #and(): Condition {
    return this.#nested(() => this.#joined("and", () => this.#not()));
  }

  #joined(word: "and" | "or", next: () => Condition): Condition {
    const at = this.#lexer.position;
    this.#lexer.blank();
    const children = [next()];
    this.#lexer.blank();
    while (this.#lexer.take(word)) {
      if (this.#lexer.blank()) children.push(next());
      else if (this.#lexer.take("(")) children.push(this.#embedded());
      else this.#lexer.fail(`write a blank or \`(\` after \`${word}\``);
      this.#lexer.blank();
    }
    if (children.length === 1) return children[0]!;
    const span = { start: children[0]!.span.start, end: children.at(-1)!.span.end };
    return { kind: word, children, span, at };
  }

  #not(): Condition {
    return this.#nested(() => {
      const at = this.#lexer.position;
      this.#lexer.blank();
      const start = this.#lexer.position;
      let negated = false;
      while (this.#lexer.takeNot()) negated = !negated;
      let child: Condition;
      if (this.#lexer.take("not(")) {
        negated = !negated;
        child = this.#embedded();
      } else child = this.#check();
      return negated ? { kind: "not", child, span: { start, end: this.#lexer.position }, at } : child;
    });
  }

  /** Parses what follows a `(`. */
  #embedded(): Condition {
    return this.#nested(() => {
      const open = this.#lexer.position - 1;
      this.#lexer.blank();
      const condition = this.#or();
      this.#lexer.blank();
      if (!this.#lexer.take(")")) {
        if (this.#lexer.position >= this.#lexer.text.length)
          this.#lexer.fail("this `(` is never closed; write a `)`", { start: open, end: open + 1 });
        failAfterCheck(this.#lexer, this.#grammar, "`)`");
      }
      return condition;
    });
  }

  #check(): Condition {
    return this.#nested(() => {
      const at = this.#lexer.position;
      this.#lexer.blank();
      if (this.#lexer.take("(")) return this.#embedded();
      const name = this.#lexer.fieldName();
      if (name !== undefined) return this.#comparison(this.#field(name, at), at);
      const transformer = this.#lexer.transformerName();
      if (transformer !== undefined) return this.#comparison(this.#transformation(transformer, at), at);
      const macro = this.#lexer.identifier();
      if (macro !== undefined) return { kind: "macro", name: macro.text, span: macro.span, at };
      return this.#lexer.fail("expected a check such as `proc.name = bash`, the name of a macro, or `(`");
    });
  }

  #field(name: Token, at: number): Field {
    return this.#nested(() => {
      const argument = this.#argument();
      const span = { start: name.span.start, end: this.#lexer.position };
      return { kind: "field", name: name.text, span, at, ...(argument && { argument }) };
    });
  }

  #argument(): Argument | undefined {
    const open = this.#lexer.position;
    // Only the outermost operand is left at this depth.
    if (!this.#outerArgument && this.#depth === 2) return undefined;
    if (!this.#lexer.take("[")) return undefined;
    const quoted = this.#lexer.quoted();
    const argument = quoted ?? this.#lexer.run(isArgumentCharacter);
    if (argument === undefined)
      return this.#lexer.fail(
        'write what you ask for between the brackets, quoted if it holds blanks: `["a b"]`',
      );
    if (!this.#lexer.take("]"))
      this.#lexer.fail("this `[` is never closed; write a `]`", { start: open, end: this.#lexer.position });
    return { text: argument.text, quoted: quoted !== undefined, span: argument.span };
  }

  /** Parses what follows the `(` of a transformer. */
  #transformation(name: Token, at: number): Transformation {
    return this.#nested(() => {
      this.#lexer.blank();
      const inputs: TransformerInput[] = [];
      const { manyInputs } = this.#grammar;
      do {
        inputs.push(manyInputs ? this.#transformerInput() : this.#onlyInput());
        this.#lexer.blank();
      } while (manyInputs && this.#lexer.take(","));
      const expected = manyInputs ? "`,` or `)`" : "`)`";
      if (!this.#lexer.take(")"))
        this.#lexer.fail(`write ${expected} after this argument of \`${name.text}(\``);
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
      span: { start: name.span.start, end: this.#lexer.position },
      at,
      ...(argument && { argument }),
    };
  }

  /** Parses the input of a transformer, a field or a transformer. A field right after a transformer replaces it. */
  #onlyInput(): Operand {
    this.#lexer.blank();
    const at = this.#lexer.position;
    const transformer = this.#lexer.transformerName();
    const inner = transformer && this.#transformation(transformer, at);
    const name = this.#lexer.fieldName();
    const input = name === undefined ? inner : this.#field(name, at);
    return input ?? this.#lexer.fail("expected a field or a transformer");
  }

  #transformerInput(): TransformerInput {
    return this.#nested(() => {
      const at = this.#lexer.position;
      this.#lexer.blank();
      const literal = this.#number() ?? this.#quotedValue(at);
      if (literal !== undefined) return { ...literal, at };
      const start = this.#lexer.position;
      if (this.#lexer.take("(")) return this.#operandList(start, at);
      const operand = this.#operand(at, false);
      if (operand !== undefined) return operand;
      return this.#lexer.fail(
        "expected a field, a transformer, a quoted text, a number or a list in parentheses",
      );
    });
  }

  #operandList(start: number, at: number): OperandList {
    const items: (Operand | Value)[] = [];
    this.#lexer.blank();
    if (!this.#lexer.take(")")) {
      do {
        this.#lexer.blank();
        items.push(this.#operandListItem(at));
        this.#lexer.blank();
      } while (this.#lexer.take(","));
      if (!this.#lexer.take(")")) this.#lexer.fail("write `,` or `)` after this item of the list");
    }
    return { kind: "operands", items, span: { start, end: this.#lexer.position }, at };
  }

  #operandListItem(at: number): Operand | Value {
    const item = this.#operand(at, true) ?? this.#quotedValue(at) ?? this.#number();
    if (item !== undefined) return { ...item, at };
    return this.#lexer.fail("expected a field, a transformer, a quoted text or a number");
  }

  /** Parses a field or a transformer; blanks can follow the parenthesis. */
  #operand(at: number, fieldFirst: boolean): Operand | undefined {
    const field = fieldFirst ? this.#lexer.fieldName() : undefined;
    if (field !== undefined) return this.#field(field, at);
    const transformer = this.#lexer.transformerName();
    if (transformer !== undefined) return this.#transformation(transformer, at);
    const name = fieldFirst ? undefined : this.#lexer.fieldName();
    return name && this.#field(name, at);
  }

  #comparison(left: Operand, at: number): Condition {
    return this.#nested(() => {
      this.#lexer.blank();
      const start = this.#lexer.position;
      if (this.#lexer.take("exists")) {
        const operatorSpan = { start, end: this.#lexer.position };
        return {
          kind: "exists",
          left,
          operatorSpan,
          span: { start: left.span.start, end: this.#lexer.position },
          at,
        };
      }
      const rest = this.#operatorAndRight();
      return {
        kind: "comparison",
        left,
        ...rest,
        span: { start: left.span.start, end: this.#lexer.position },
        at,
      };
    });
  }

  #operatorAndRight(): Pick<Comparison, "operator" | "modifier" | "operatorSpan" | "right"> {
    const start = this.#lexer.position;
    const number = this.#lexer.takeOperator(numberOperators);
    if (number !== undefined)
      return { operator: number, operatorSpan: this.#lexer.from(start), right: this.#numberRight(number) };
    const value = this.#lexer.takeOperator(this.#grammar.valueOperators);
    if (value !== undefined) return this.#valueRight(value, start);
    const list = this.#lexer.takeOperator(listOperators);
    if (list !== undefined)
      return { operator: list, operatorSpan: this.#lexer.from(start), right: this.#listRight(true) };
    return failOperator(this.#lexer, this.#grammar);
  }

  #valueRight(
    operator: ValueOperator,
    start: number,
  ): Pick<Comparison, "operator" | "modifier" | "operatorSpan" | "right"> {
    const operatorSpan = { start, end: start + operator.length };
    // The blank that a word needs is already taken.
    const blank = wordOperator.test(operator) || this.#lexer.blank();
    const before = this.#lexer.position;
    const modifier = blank ? this.#lexer.takeOperator(this.#grammar.modifiers) : undefined;
    if (modifier !== undefined && this.#listFollows()) {
      const end = before + modifier.length;
      return {
        operator,
        modifier: modifier as Modifier,
        operatorSpan: { start, end },
        right: this.#listRight(false),
      };
    }
    this.#lexer.position = before;
    return { operator, operatorSpan, right: this.#textRight() };
  }

  /** Whether a list or the name of one follows, and no `and`, `or` or `not`. */
  #listFollows(): boolean {
    const code = this.#lexer.text.charCodeAt(this.#lexer.position);
    if (code !== 0x28 && !isLetter(code)) return false;
    return !["and", "or", "not"].some(
      (word) =>
        this.#lexer.text.startsWith(word, this.#lexer.position) &&
        !isLetterOrDigit(this.#lexer.text.charCodeAt(this.#lexer.position + word.length)),
    );
  }

  #numberRight(operator: NumberOperator): Value | Transformation {
    return this.#nested(() => {
      this.#lexer.blank();
      const right = this.#transformedRight() ?? this.#number();
      if (right !== undefined) return right;
      return this.#lexer.fail(`\`${operator}\` compares with a number, \`val(FIELD)\` or a transformer`);
    });
  }

  #textRight(): Value | Transformation {
    return this.#nested(() => {
      this.#lexer.blank();
      const right = this.#transformedRight() ?? this.#literal();
      if (right !== undefined) return right;
      if (this.#lexer.text[this.#lexer.position] === "(")
        return this.#lexer.fail(
          "this operator takes one value, not a list; write `in (...)` or `= anyof (...)`",
        );
      return this.#lexer.fail('expected a value, quoted if it holds blanks or any of `( ) , = "`');
    });
  }

  #listRight(transformable: boolean): Value | List | Transformation {
    return this.#nested(() => {
      this.#lexer.blank();
      const list = this.#list();
      if (list !== undefined) return list;
      const right = transformable ? this.#transformedRight() : undefined;
      if (right !== undefined) return right;
      const name = this.#lexer.identifier();
      if (name !== undefined)
        return { kind: "value", text: name.text, quoted: false, span: name.span, at: name.span.start };
      return this.#lexer.fail("expected a list in parentheses or the name of a list");
    });
  }

  #list(): List | undefined {
    const start = this.#lexer.position;
    if (!this.#lexer.take("(")) return undefined;
    const values: Value[] = [];
    this.#lexer.blank();
    const first = this.#firstListValue();
    if (first.value !== undefined) {
      values.push(first.value);
      this.#lexer.blank();
      while (this.#lexer.take(",")) {
        values.push(this.#listValue());
        this.#lexer.blank();
      }
    }
    if (!this.#lexer.take(")")) {
      if (first.problem !== undefined) throw new Failure({ ...first.problem, at: this.#lexer.position });
      if (this.#lexer.position >= this.#lexer.text.length)
        this.#lexer.fail("this `(` is never closed; write a `)`", { start, end: start + 1 });
      this.#lexer.fail("write `,` or `)` after this value of the list; quote a value that holds blanks");
    }
    return { kind: "list", values, span: this.#lexer.from(start), at: start };
  }

  /** Falco treats any failure of the first value as the end of an empty list. */
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
      this.#lexer.blank();
      return this.#literal() ?? this.#lexer.fail("expected a value, or `)` to close the list");
    });
  }

  /** Parses `val(FIELD)` or a transformer where a value is allowed too. */
  #transformedRight(): Transformation | undefined {
    return this.#nested(() => {
      const at = this.#lexer.position;
      const val = this.#grammar.val ? this.#lexer.word("val(") : undefined;
      if (val !== undefined) return this.#val(val, at);
      const transformer = this.#lexer.transformerName();
      return transformer && this.#transformation(transformer, at);
    });
  }

  #val(name: Token, at: number): Transformation {
    this.#lexer.blank();
    const fieldAt = this.#lexer.position;
    const field = this.#lexer.fieldName();
    if (field === undefined) return this.#lexer.fail("`val(` takes the name of one field");
    const input = this.#field(field, fieldAt);
    this.#lexer.blank();
    if (!this.#lexer.take(")")) this.#lexer.fail("write `)` after the field: `val(` takes one field");
    return this.#transformed(name, [input], at);
  }

  #literal(): Value | undefined {
    const start = this.#lexer.position;
    return this.#quotedValue(start) ?? this.#value(this.#lexer.run(isBareCharacter), false);
  }

  #quotedValue(at: number): Value | undefined {
    const quoted = this.#lexer.quoted();
    return quoted && { kind: "value", text: quoted.text, quoted: true, span: quoted.span, at };
  }

  #value(token: Token | undefined, quoted: boolean): Value | undefined {
    return token && { kind: "value", text: token.text, quoted, span: token.span, at: token.span.start };
  }

  #number(): Value | undefined {
    return this.#value(this.#lexer.number(), false);
  }

  /** Counts the same steps as the engine, so that the limit is the same. */
  #nested<T>(step: () => T): T {
    if (++this.#depth >= this.#maxDepth)
      this.#lexer.fail("the condition is nested too deeply; split it into macros");
    const result = step();
    this.#depth--;
    return result;
  }
}
