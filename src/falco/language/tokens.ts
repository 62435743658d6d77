import type { Span } from "../../project/index.ts";
import { listOperators, modifiers, numberOperators, transformers, valueOperators } from "./ast.ts";
import { isBareCharacter, isQuote, isSpace, isWordCharacter } from "./characters.ts";

/** What a token of a condition is by its place. */
export type TokenKind =
  /** `and`, `or`, `not`. */
  | "keyword"
  /** The name of a macro, or the beginning of a field. */
  | "macro"
  /** The name of a field, without brackets. */
  | "field"
  /** The brackets of a field with their content. */
  | "argument"
  /** `in`, `=`, `exists`; also `oneof` and its like. */
  | "operator"
  /** `tolower`, `val`. */
  | "transformer"
  /** A value without quotes; in a list it may be the name of one. */
  | "value"
  /** A name behind an operator of lists, in place of a list. */
  | "list"
  /** A value between quotes. */
  | "string"
  /** `(`, `)`, `,`, and what is not allowed where it is. */
  | "mark";

export interface ConditionToken {
  readonly kind: TokenKind;
  readonly text: string;
  readonly span: Span;
}

type Next =
  /** A check, a macro, `not`, or a group of them. */
  | "check"
  | "operator"
  | "value"
  /** A list in parentheses, or the name of one. */
  | "list"
  /** `and`, `or`. */
  | "junction"
  /** A field or a value that a transformer takes. */
  | "input";

/** What is to follow at the end of a text. */
export interface Expected {
  readonly kind: Next;
  /** The check that is being written: its field, where no transformer is around it, and its operator. */
  readonly field: string | undefined;
  readonly operator: string | undefined;
}

/** The tokens of a condition, also of one that is not complete or not right. */
export function conditionTokens(text: string): readonly ConditionToken[] {
  return new Tokenizer(text).tokens;
}

/** What is to follow behind a part of a condition. */
export function expectedAfter(text: string): Expected {
  return new Tokenizer(text).expected;
}

type Frame =
  /** Parentheses around conditions. */
  | "group"
  /** Around values. */
  | "list"
  /** Around inputs of a transformer that form one. */
  | "operands"
  /** Around the input of a transformer on the left, or on the right. */
  | "left call"
  | "right call";

const symbols = /^(?:<=|>=|==|!=|=|<|>)/;
const word = /^[A-Za-z_]\w*/;
const fieldName = /^[A-Za-z]\w*(?:\.\w*)+/;
const callName = new RegExp(`^(?:val|${transformers.join("|")})(?=\\()`);
const brackets = /^\[(?:"[^"]*"|'[^']*'|[^\]"'\s]*)\]?/;
const wordOperators: ReadonlySet<string> = new Set(
  [...listOperators, ...valueOperators, ...numberOperators, "exists"].filter((each) => /^[a-z]/.test(each)),
);
const takesList: ReadonlySet<string> = new Set([...listOperators, ...modifiers]);

class Tokenizer {
  readonly tokens: ConditionToken[] = [];
  readonly #text: string;
  readonly #frames: Frame[] = [];
  #at = 0;
  #next: Next = "check";
  #field: string | undefined;
  #operator: string | undefined;

  constructor(text: string) {
    this.#text = text;
    for (;;) {
      while (isSpace(text.charCodeAt(this.#at)) || text[this.#at] === "\b") this.#at++;
      if (this.#at >= text.length) break;
      this.#next = this.#step();
    }
  }

  get expected(): Expected {
    if (this.#next === "check") return { kind: "check", field: undefined, operator: undefined };
    return { kind: this.#next, field: this.#field, operator: this.#operator };
  }

  /** Takes one token or more, and says what is to follow. */
  #step(): Next {
    switch (this.#next) {
      case "check":
        return this.#check();
      case "operator":
        return this.#takeOperator();
      case "value":
      case "list":
      case "input":
        return this.#value(this.#next);
      case "junction":
        return this.#junction();
    }
  }

  #check(): Next {
    if (this.#here("(")) return this.#open("group", "check");
    this.#field = undefined;
    this.#operator = undefined;
    const call = this.#match(callName);
    if (call !== undefined) return this.#call(call, "left call");
    const field = this.#match(fieldName);
    if (field !== undefined) return this.#takeField(field, "operator");
    const name = this.#match(word);
    if (name === undefined) return this.#stray();
    // As in the engine, which takes any other word here for the name of a macro.
    if (name === "not" && /[\s(]/.test(this.#text[this.#at + 3] ?? ""))
      return this.#take("keyword", name, "check");
    return this.#take("macro", name, "junction");
  }

  #takeField(name: string, next: Next): Next {
    this.#push("field", name);
    const argument = this.#match(brackets) ?? "";
    if (argument !== "") this.#push("argument", argument);
    this.#field = name + argument;
    return next;
  }

  #takeOperator(): Next {
    const argument = this.#match(brackets);
    if (argument !== undefined) return this.#take("argument", argument, "operator");
    const operator = this.#match(symbols) ?? this.#match(word);
    if (operator === undefined) return this.#here(")") ? this.#close() : this.#stray();
    if (operator === "and" || operator === "or") return this.#take("keyword", operator, "check");
    this.#operator = operator;
    const next = operator === "exists" ? "junction" : takesList.has(operator) ? "list" : "value";
    return this.#take("operator", operator, next);
  }

  #value(next: "value" | "list" | "input"): Next {
    const isAmong = this.#frames.at(-1) === "list" || this.#isCall;
    if (isAmong && this.#here(",")) return this.#take("mark", ",", next);
    if (isAmong && this.#here(")")) return this.#close();
    if (this.#here("(")) return this.#isCall ? this.#open("operands", "input") : this.#open("list", "value");
    const after = isAmong ? next : "junction";
    if (isQuote(this.#text.charCodeAt(this.#at))) return this.#take("string", this.#quoted(), after);
    const call = this.#match(callName);
    if (call !== undefined) return this.#call(call, this.#isCall ? "operands" : "right call");
    const field = this.#isCall ? this.#match(fieldName) : undefined;
    if (field !== undefined) return this.#takeField(field, "input");
    const bare = this.#bare();
    return bare === "" ? this.#stray() : this.#word(bare, next, isAmong);
  }

  /** A word where a value is to be, alone or among others. */
  #word(bare: string, next: "value" | "list" | "input", isAmong: boolean): Next {
    if (isAmong) return this.#take("value", bare, next);
    if (next === "value" && modifierSet.has(bare)) return this.#take("operator", bare, "list");
    if (bare === "and" || bare === "or") return this.#take("keyword", bare, "check");
    return this.#take(next === "list" ? "list" : "value", bare, "junction");
  }

  #junction(): Next {
    if (this.#here(")")) return this.#close();
    const argument = this.#match(brackets);
    if (argument !== undefined) return this.#take("argument", argument, "junction");
    const name = this.#match(word);
    if (name === undefined) return this.#stray();
    if (name === "and" || name === "or") return this.#take("keyword", name, "check");
    // An operator behind what seemed to be a macro.
    if (wordOperators.has(name)) return this.#take("operator", name, takesList.has(name) ? "list" : "value");
    return this.#take("mark", name, "junction");
  }

  #call(name: string, frame: Frame): Next {
    this.#push("transformer", name);
    return this.#open(frame, "input");
  }

  #open(frame: Frame, next: Next): Next {
    this.#frames.push(frame);
    return this.#take("mark", "(", next);
  }

  #close(): Next {
    const frame = this.#frames.pop();
    return this.#take("mark", ")", this.#isCall ? "input" : frame === "left call" ? "operator" : "junction");
  }

  /** What is not allowed here: one character, or a text between quotes. */
  #stray(): Next {
    const isText = isQuote(this.#text.charCodeAt(this.#at));
    return this.#take("mark", isText ? this.#quoted() : this.#text[this.#at]!, this.#next);
  }

  #take(kind: TokenKind, text: string, next: Next): Next {
    this.#push(kind, text);
    return next;
  }

  get #isCall(): boolean {
    const frame = this.#frames.at(-1);
    return frame === "left call" || frame === "right call" || frame === "operands";
  }

  #push(kind: TokenKind, text: string): void {
    const start = this.#at;
    this.#at += text.length;
    this.tokens.push({ kind, text, span: { start, end: this.#at } });
  }

  #here(text: string): boolean {
    return this.#text.startsWith(text, this.#at);
  }

  #match(pattern: RegExp): string | undefined {
    return pattern.exec(this.#text.slice(this.#at, this.#at + longest))?.[0];
  }

  /** Up to the quote that closes it, or to the end. */
  #quoted(): string {
    const quote = this.#text[this.#at];
    let end = this.#at + 1;
    while (end < this.#text.length && !(this.#text[end] === quote && this.#text[end - 1] !== "\\")) end++;
    return this.#text.slice(this.#at, end + 1);
  }

  #bare(): string {
    let end = this.#at;
    while (end < this.#text.length && isBareCharacter(this.#text.charCodeAt(end))) end++;
    return this.#text.slice(this.#at, end);
  }
}

/** No name or argument is longer than this. */
const longest = 500;
const modifierSet: ReadonlySet<string> = new Set(modifiers);

/** Whether a text can be the name of a macro or a list that conditions refer to. */
export function isName(text: string): boolean {
  return (
    text.length > 0 &&
    [...text].every((each) => isWordCharacter(each.charCodeAt(0))) &&
    /^[A-Za-z]/.test(text)
  );
}
