import type { Span } from "../project/index.ts";

/** What is wrong with a text, and where. */
export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
}

const deepest = 500;

/** The first position at which a text is not JSON: one value, or several in a row as `jq` prints them. */
export function jsonProblem(text: string): SyntaxProblem | undefined {
  const reader = new Reader(text);
  try {
    reader.blanks();
    do reader.value(0);
    while (reader.more());
    return undefined;
  } catch (error) {
    if (error instanceof Broken) return { span: error.span, message: error.message };
    throw error;
  }
}

class Broken extends Error {
  readonly span: Span;

  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /[\w.$+-]+/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether another value follows. */
  more(): boolean {
    this.blanks();
    return this.#at < this.#text.length;
  }

  blanks(): void {
    while (" \t\r\n".includes(this.#text[this.#at] ?? "x")) this.#at++;
  }

  value(depth: number): void {
    const character = this.#text[this.#at];
    if (depth > deepest) this.#fail("This nests too deep.");
    if (character === "{") this.#collection("}", () => this.#member(depth));
    else if (character === "[") this.#collection("]", () => this.value(depth + 1));
    else if (character === '"') this.#string();
    else if (!this.#skip(number)) this.#literal();
  }

  #collection(close: string, item: () => void): void {
    this.#at++;
    this.blanks();
    if (this.#text[this.#at] === close) {
      this.#at++;
      return;
    }
    for (;;) {
      item();
      this.blanks();
      const next = this.#text[this.#at];
      if (next === close) break;
      if (next !== ",") this.#fail(`A \`,\` or \`${close}\` is missing here.`);
      const comma = this.#at++;
      this.blanks();
      if (this.#text[this.#at] === close) this.#fail("JSON has no comma after the last item.", comma);
    }
    this.#at++;
  }

  #member(depth: number): void {
    if (this.#text[this.#at] !== '"') this.#fail("A key in double quotes is missing here.");
    this.#string();
    this.blanks();
    if (this.#text[this.#at] !== ":") this.#fail("A `:` is missing behind the key.");
    this.#at++;
    this.blanks();
    this.value(depth + 1);
  }

  #string(): void {
    if (this.#skip(string)) return;
    const line = this.#text.indexOf("\n", this.#at);
    this.#fail("This string has no end on its line, or a `\\` that JSON does not know.", this.#at, line);
  }

  #literal(): void {
    const start = this.#at;
    if (!this.#skip(word)) this.#fail("A value is missing here.");
    const found = this.#text.slice(start, this.#at);
    if (!["true", "false", "null"].includes(found))
      this.#fail(`\`${found}\` is not a JSON value.`, start, this.#at);
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #fail(message: string, start = this.#at, end = -1): never {
    if (start >= this.#text.length) {
      const last = this.#text.trimEnd().length;
      throw new Broken("The text ends where more is needed.", { start: Math.max(0, last - 1), end: last });
    }
    throw new Broken(message, { start, end: end > start ? end : start + 1 });
  }
}
