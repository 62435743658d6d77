import { SourceError } from "./checkout.ts";

/** A value in a table: a text, a nested initializer, or any other expression as written. */
export type Value =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly entries: readonly Entry[] }
  | { readonly kind: "expression"; readonly text: string };

/** One element of an initializer. */
export interface Entry {
  /** `X` of `[X] = ...`, `.X = ...` (C, C++) or `X: ...` (Go). */
  readonly key?: string;
  readonly value: Value;
}

/** `#` is a line of the preprocessor, which a table cannot have: it would make rows conditional. */
const tokens =
  /(?<space>\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>"(?:[^"\\\n]|\\.)*")|(?<word>[A-Za-z_]\w*(?:(?:::|\.)[A-Za-z_]\w*)*)|(?<number>-?\d\w*(?:\.\d+)?)|(?<mark><<|->|[{}[\](),:=|.+*&<>-])/y;

interface Token {
  readonly kind: "text" | "word" | "number" | "mark";
  readonly text: string;
}

/**
 * Reads the initializer in braces that ends a declaration, as C, C++ and Go write it.
 *
 * @param declaration Its text up to the brace, such as `g_event_info[] = {`; `NAME` stands for any name.
 * @throws SourceError where the declaration is missing or the initializer is not understood.
 */
export function readTable(source: string, declaration: string, where: string): readonly Entry[] {
  const pattern = declaration
    .replace(/[[\]{}.*]/g, "\\$&")
    .replace("NAME", "\\w+")
    .replaceAll(" ", "\\s*");
  const match = new RegExp(pattern).exec(source);
  if (match === null) throw new SourceError(`${where}: \`${declaration}\` is missing`);
  return new TableReader(source, match.index + match[0].length - 1, where).read();
}

class TableReader {
  readonly #source: string;
  readonly #where: string;
  #offset: number;
  #next: Token | undefined;

  constructor(source: string, start: number, where: string) {
    this.#source = source;
    this.#offset = start;
    this.#where = where;
  }

  read(): readonly Entry[] {
    return this.#initializer();
  }

  #initializer(): Entry[] {
    const entries: Entry[] = [];
    this.#expect("{");
    while (!this.#at("}")) {
      entries.push(this.#entry());
      if (!this.#at("}")) this.#expect(",");
    }
    this.#take();
    return entries;
  }

  #entry(): Entry {
    if (this.#at("[")) {
      this.#take();
      const key = this.#expression("]");
      this.#expect("]");
      this.#expect("=");
      return { key, value: this.#value() };
    }
    if (this.#at(".")) {
      this.#take();
      const key = this.#take().text;
      this.#expect("=");
      return { key, value: this.#value() };
    }
    const value = this.#value();
    if (!this.#at(":")) return { value };
    this.#take();
    return { key: value.kind === "list" ? "" : value.text, value: this.#value() };
  }

  #value(): Value {
    if (this.#peek().kind === "text") return { kind: "text", text: this.#texts() };
    if (this.#at("{")) return { kind: "list", entries: this.#initializer() };
    const text = this.#expression(",", "}", ":", "{");
    return this.#at("{") ? { kind: "list", entries: this.#initializer() } : { kind: "expression", text };
  }

  /** Texts next to each other are one, and so are texts with `+` between them. */
  #texts(): string {
    let text = "";
    for (;;) {
      const written = this.#take().text;
      text += JSON.parse(written.replaceAll("\\'", "'")) as string;
      if (this.#at("+")) this.#take();
      if (this.#peek().kind !== "text") return text;
    }
  }

  /** Everything up to one of the marks that is in no parentheses or brackets. */
  #expression(...ends: string[]): string {
    let text = "";
    let depth = 0;
    while (depth > 0 || !ends.some((end) => this.#at(end))) {
      const token = this.#take();
      if (token.kind === "mark" && "([".includes(token.text)) depth++;
      if (token.kind === "mark" && ")]".includes(token.text)) depth--;
      text += token.text;
    }
    if (text === "") throw this.#problem("a value is missing");
    return text;
  }

  #at(mark: string): boolean {
    const token = this.#peek();
    return token.kind === "mark" && token.text === mark;
  }

  #expect(mark: string): void {
    const { text } = this.#take();
    if (text !== mark) throw this.#problem(`\`${mark}\` is expected, not \`${text}\``);
  }

  #take(): Token {
    const token = this.#peek();
    this.#next = undefined;
    return token;
  }

  #peek(): Token {
    this.#next ??= this.#token();
    return this.#next;
  }

  #token(): Token {
    for (;;) {
      tokens.lastIndex = this.#offset;
      const groups = tokens.exec(this.#source)?.groups;
      if (groups === undefined) throw this.#problem("this is not understood");
      this.#offset = tokens.lastIndex;
      for (const kind of ["text", "word", "number", "mark"] as const)
        if (groups[kind] !== undefined) return { kind, text: groups[kind] };
    }
  }

  #problem(message: string): SourceError {
    const before = this.#source.slice(0, this.#offset).split("\n");
    const line = this.#source.split("\n")[before.length - 1]?.trim() ?? "";
    return new SourceError(`${this.#where}: line ${before.length}: ${message}: ${line.slice(0, 80)}`);
  }
}

/** The text of a value. */
export function textOf(value: Value | undefined, where: string): string {
  if (value?.kind === "text") return value.text;
  throw new SourceError(`${where}: a text is expected`);
}

/** The entries of a nested initializer. */
export function entriesOf(value: Value | undefined, where: string): readonly Entry[] {
  if (value?.kind === "list") return value.entries;
  throw new SourceError(`${where}: a row in braces is expected`);
}

/** The names of an expression such as `EPF_NONE | EPF_DEPRECATED`, which may be cast to a type. */
export function namesOf(value: Value | undefined, where: string): string[] {
  if (value?.kind === "expression") return value.text.replace(/^\(\w+\)\((.*)\)$/, "$1").split("|");
  throw new SourceError(`${where}: a name is expected`);
}
