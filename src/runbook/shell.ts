import type { SyntaxProblem } from "./json.ts";

/**
 * The first position at which a shell cannot read a script: a quote, bracket, here-document or `if`, `do`, `case` that
 * does not end, a word that stands where none can. Reads what bash reads; what it cannot tell it takes as fine.
 */
export function shellProblem(script: string): SyntaxProblem | undefined {
  const reader = new Reader(script);
  try {
    reader.script();
    return undefined;
  } catch (error) {
    // It nests too deep to be told.
    if (error instanceof RangeError) return undefined;
    if (error instanceof Broken) return error.problem;
    throw error;
  }
}

class Broken extends Error {
  readonly problem: SyntaxProblem;

  constructor(problem: SyntaxProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Words that end or go on with what others begin. */
const closers: ReadonlyMap<string, string> = new Map([
  ["then", "if"],
  ["elif", "if"],
  ["else", "if"],
  ["fi", "if"],
  ["do", "for`, `while` or `until"],
  ["done", "do"],
  ["esac", "case"],
  ["}", "{"],
]);

/** What may hold no command at all. */
const mayBeEmpty: ReadonlySet<string> = new Set(["case", "$("]);

type End = "then" | "elif" | "else" | "fi" | "do" | "done" | "esac" | "}" | ")" | ";;" | "";

interface HereDocument {
  readonly word: string;
  readonly tabs: boolean;
  readonly at: number;
}

class Reader {
  readonly #text: string;
  #at = 0;
  #pending: HereDocument[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  script(): void {
    this.#list([""], undefined);
    // A here-document that begins in the last line.
    this.#newline();
  }

  /** Commands up to one of the ends, which is taken and returned. */
  #list(ends: readonly End[], opened: { word: string; at: number } | undefined): End {
    for (let commands = 0; ; commands++) {
      this.#separators();
      const start = this.#at;
      const end = this.#endHere();
      if (end !== undefined) {
        if (ends.includes(end)) {
          if (commands === 0 && opened !== undefined && !mayBeEmpty.has(opened.word))
            this.#fail(`A command is missing before \`${end}\`.`, start, end.length);
          this.#at += end.length;
          return end;
        }
        if (end === "" && opened !== undefined)
          this.#fail(
            `\`${opened.word}\` does not end: \`${ends[0]}\` is missing.`,
            opened.at,
            opened.word.length,
          );
        const wants = closers.get(end);
        this.#fail(
          wants === undefined || opened !== undefined
            ? `\`${end}\` cannot stand here.`
            : `\`${end}\` stands here without \`${wants}\`.`,
          start,
          end.length,
        );
      }
      this.#pipeline();
    }
  }

  /** Blanks, line ends and `;` and `&` between commands. */
  #separators(): void {
    for (;;) {
      this.#blanks();
      const character = this.#text[this.#at];
      if (character === "\n") this.#newline();
      else if (character === "#") this.#comment();
      else return;
    }
  }

  #blanks(): void {
    for (;;) {
      const character = this.#text[this.#at];
      if (character === " " || character === "\t" || character === "\r") this.#at++;
      else if (character === "\\" && /^\\\r?\n/.test(this.#text.slice(this.#at, this.#at + 3)))
        this.#at += this.#text[this.#at + 1] === "\r" ? 3 : 2;
      else return;
    }
  }

  #comment(): void {
    const end = this.#text.indexOf("\n", this.#at);
    this.#at = end === -1 ? this.#text.length : end;
  }

  /** A line end, and the here-documents that begin behind it. */
  #newline(): void {
    if (this.#text[this.#at] === "\n") this.#at++;
    for (const { word, tabs, at } of this.#pending.splice(0)) {
      let found = false;
      while (!found && this.#at < this.#text.length) {
        const end = this.#text.indexOf("\n", this.#at);
        const line = this.#text.slice(this.#at, end === -1 ? undefined : end).replace(/\r$/, "");
        this.#at = end === -1 ? this.#text.length : end + 1;
        found = (tabs ? line.replace(/^\t+/, "") : line) === word;
      }
      if (!found) this.#fail(`No line with \`${word}\` alone ends this here-document.`, at, 2);
    }
  }

  /** The end of a list that stands here, undefined where a command does. */
  #endHere(): End | undefined {
    const character = this.#text[this.#at];
    if (character === undefined) return "";
    if (character === ")") return ")";
    if (this.#text.startsWith(";;", this.#at) || this.#text.startsWith(";&", this.#at)) return ";;";
    const word = /^(?:then|elif|else|fi|do|done|esac|\})(?=[\s;&|()<>]|$)/.exec(
      this.#text.slice(this.#at, this.#at + 6),
    );
    return word === null ? undefined : (word[0] as End);
  }

  /** Commands joined by `|`, `&&`, `||`, up to a separator. */
  #pipeline(): void {
    for (;;) {
      this.#command();
      this.#blanks();
      const operator = /^(?:&&|\|\||\|&|\|)/.exec(this.#text.slice(this.#at, this.#at + 2))?.[0];
      if (operator === undefined) break;
      const start = this.#at;
      this.#at += operator.length;
      this.#separators();
      if (this.#endHere() !== undefined || this.#text[this.#at] === ";")
        this.#fail(`A command is missing behind \`${operator}\`.`, start, operator.length);
    }
    if (this.#endHere() === ";;") return;
    const character = this.#text[this.#at];
    if (character === ";" || character === "&") this.#at++;
    else if (character !== undefined && character !== "\n" && character !== ")" && character !== "#")
      this.#fail(`\`${character}\` cannot stand here.`, this.#at, 1);
  }

  #command(): void {
    this.#blanks();
    const start = this.#at;
    const character = this.#text[start];
    if (this.#text.startsWith("((", start)) {
      this.#balanced("(", ")");
      this.#redirects();
      return;
    }
    if (character === "(") {
      this.#at++;
      this.#list([")"], { word: "(", at: start });
      this.#redirects();
      return;
    }
    if (character === "|" || character === ";" || character === "&")
      this.#fail(`A command is missing before \`${character}\`.`, start, 1);
    switch (this.#keyword()) {
      case "!":
      case "time":
        this.#command();
        return;
      case "{":
        this.#list(["}"], { word: "{", at: start });
        this.#redirects();
        return;
      case "if":
        this.#if(start);
        this.#redirects();
        return;
      case "while":
      case "until":
        this.#list(["do"], { word: this.#text.slice(start, start + 5), at: start });
        this.#list(["done"], { word: "do", at: this.#at - 2 });
        this.#redirects();
        return;
      case "for":
      case "select":
        this.#for(start);
        this.#redirects();
        return;
      case "case":
        this.#case(start);
        this.#redirects();
        return;
      case "[[":
        this.#test(start);
        return;
      case "coproc":
        this.#blanks();
        // A name, where a compound command follows.
        if (/^\w{1,50}\s+[({]/.test(this.#text.slice(this.#at, this.#at + 60))) this.#word();
        this.#command();
        return;
      case "function":
        this.#blanks();
        this.#word();
        this.#body();
        return;
    }
    this.#simple();
  }

  /** A word of the shell's own with a blank or an end behind it, taken. */
  #keyword(): string | undefined {
    const match = /^(?:if|while|until|for|select|case|function|coproc|time|\[\[|[!{])(?=[\s(;]|$)/.exec(
      this.#text.slice(this.#at, this.#at + 9),
    );
    if (match === null) return undefined;
    this.#at += match[0].length;
    return match[0];
  }

  #if(start: number): void {
    const opened = { word: "if", at: start };
    this.#list(["then"], opened);
    for (;;) {
      const end = this.#list(["fi", "elif", "else"], opened);
      if (end === "fi") return;
      if (end === "else") {
        this.#list(["fi"], opened);
        return;
      }
      this.#list(["then"], opened);
    }
  }

  #for(start: number): void {
    this.#blanks();
    if (this.#text.startsWith("((", this.#at)) this.#balanced("(", ")");
    else {
      if (!this.#word()) this.#fail("A name is missing behind `for`.", start, 3);
      this.#separators();
      if (/^in(?=\s|;|$)/.test(this.#text.slice(this.#at, this.#at + 3))) {
        this.#at += 2;
        for (this.#blanks(); this.#word(); this.#blanks());
      }
    }
    this.#blanks();
    if (this.#text[this.#at] === ";") this.#at++;
    this.#separators();
    const body = this.#at;
    if (this.#endHere() !== "do") this.#fail("`for` does not go on: `do` is missing.", start, 3);
    this.#at += 2;
    this.#list(["done"], { word: "do", at: body });
  }

  #case(start: number): void {
    this.#blanks();
    this.#word();
    this.#separators();
    if (!/^in(?=\s|$)/.test(this.#text.slice(this.#at, this.#at + 3)))
      this.#fail("`case` does not go on: `in` is missing.", start, 4);
    this.#at += 2;
    for (;;) {
      this.#separators();
      if (this.#at >= this.#text.length) this.#fail("`case` does not end: `esac` is missing.", start, 4);
      if (this.#endHere() === "esac") {
        this.#at += 4;
        return;
      }
      if (this.#text[this.#at] === "(") this.#at++;
      for (;;) {
        this.#blanks();
        if (!this.#word()) this.#fail("A pattern is missing here.", this.#at, 1);
        this.#blanks();
        if (this.#text[this.#at] !== "|") break;
        this.#at++;
      }
      if (this.#text[this.#at] !== ")") this.#fail("A `)` behind the pattern is missing here.", this.#at, 1);
      this.#at++;
      const end = this.#list([";;", "esac"], { word: "case", at: start });
      if (end === "esac") return;
      if (this.#text[this.#at] === "&") this.#at++;
    }
  }

  /** `[[ ... ]]` */
  #test(start: number): void {
    for (;;) {
      this.#separators();
      if (this.#at >= this.#text.length) this.#fail("`[[` does not end: `]]` is missing.", start, 2);
      if (/^\]\](?=[\s;&|)]|$)/.test(this.#text.slice(this.#at, this.#at + 3))) {
        this.#at += 2;
        this.#redirects();
        return;
      }
      // Patterns behind =~ may hold anything that is no blank.
      if (!this.#word()) this.#at++;
    }
  }

  /** The compound command of a function. */
  #body(): void {
    this.#blanks();
    if (this.#text[this.#at] === "(") {
      this.#at++;
      this.#blanks();
      if (this.#text[this.#at] === ")") this.#at++;
      else {
        this.#list([")"], { word: "(", at: this.#at - 1 });
        this.#redirects();
        return;
      }
    }
    this.#separators();
    if (
      !/^(?:[({]|(?:if|while|until|for|select|case|\[\[)(?=\s))/.test(
        this.#text.slice(this.#at, this.#at + 8),
      )
    )
      this.#fail("The body of the function is missing here.", this.#at, 1);
    this.#command();
  }

  /** Words and redirections. */
  #simple(): void {
    let words = 0;
    for (;;) {
      this.#blanks();
      const character = this.#text[this.#at];
      if (character === "#") {
        this.#comment();
        return;
      }
      if (this.#redirect()) words++;
      else if (character === "(") {
        if (words !== 1) this.#fail("`(` cannot stand here; put it in quotes.", this.#at, 1);
        this.#body();
        return;
      } else if (this.#word()) words++;
      else return;
    }
  }

  #redirects(): void {
    for (this.#blanks(); this.#redirect(); this.#blanks());
  }

  #redirect(): boolean {
    const match = /^\d{0,3}(?:&>>?|<<<|<<-?|<>|>>|>\||[<>]&|[<>](?!\())/.exec(
      this.#text.slice(this.#at, this.#at + 6),
    );
    if (match === null) return false;
    const start = this.#at;
    const [operator] = match;
    this.#at += operator.length;
    this.#blanks();
    const from = this.#at;
    if (!this.#word())
      this.#fail(`A file or a word is missing behind \`${operator}\`.`, start, operator.length);
    if (/<<-?$/.test(operator)) {
      const word = this.#text.slice(from, this.#at).replace(/["'\\]/g, "");
      this.#pending.push({ word, tabs: operator.endsWith("-"), at: start });
    }
    return true;
  }

  /** One word with all its quotes and substitutions; false where none stands. */
  #word(): boolean {
    const start = this.#at;
    for (;;) {
      const character = this.#text[this.#at];
      if (character === undefined || " \t\r\n;&|".includes(character)) break;
      if (character === "(" || character === ")") {
        const before = this.#at > start ? this.#text[this.#at - 1]! : "";
        // Arrays (`a=(...)`) and patterns (`@(a|b)`).
        if (character === ")" || !"=?*+@!".includes(before)) break;
        this.#balanced("(", ")");
      } else if (character === "<" || character === ">") {
        if (this.#text[this.#at + 1] !== "(") break;
        this.#at++;
        this.#substitution();
      } else this.#part(character);
    }
    return this.#at > start;
  }

  /** A character with what belongs to it. */
  #part(character: string): void {
    switch (character) {
      case "\\":
        this.#at += 2;
        return;
      case "'":
        this.#until("'", false);
        return;
      case '"':
        this.#double();
        return;
      case "`":
        this.#until("`", true);
        return;
      case "$":
        this.#dollar();
        return;
      default:
        this.#at++;
    }
  }

  #dollar(): void {
    const next = this.#text[this.#at + 1];
    this.#at++;
    if (next === "'") this.#until("'", true);
    else if (next === "{") this.#balanced("{", "}");
    else if (next !== "(") return;
    else if (this.#text[this.#at + 1] === "(") this.#balanced("(", ")");
    else this.#substitution();
  }

  /** `$(...)`, from its parenthesis. */
  #substitution(): void {
    const at = this.#at++ - 1;
    const pending = this.#pending;
    this.#pending = [];
    this.#list([")"], { word: "$(", at });
    this.#pending = pending;
  }

  #until(quote: string, escapes: boolean): void {
    const start = this.#at++;
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at];
      if (character === "\\" && escapes) this.#at++;
      else if (character === quote) {
        this.#at++;
        return;
      }
    }
    this.#fail(`The quote \`${quote}\` is not closed.`, start, 1);
  }

  #double(): void {
    const start = this.#at++;
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at]!;
      if (character === '"') {
        this.#at++;
        return;
      }
      if (character === "\\") this.#at += 2;
      else if (character === "$") this.#dollar();
      else if (character === "`") this.#until("`", true);
      else this.#at++;
    }
    this.#fail('The quote `"` is not closed.', start, 1);
  }

  /** What stands between brackets, quotes and further brackets in it. */
  #balanced(open: string, close: string): void {
    const start = this.#at;
    let depth = 0;
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at]!;
      if (character === open) depth++;
      else if (character === close && --depth === 0) {
        this.#at++;
        return;
      }
      if (character === "$" && this.#text[this.#at + 1] === "(" && open !== "(") {
        this.#dollar();
      } else if ("\\'\"`".includes(character)) this.#part(character);
      else this.#at++;
    }
    this.#fail(`\`${open}\` is not closed.`, start, 1);
  }

  #fail(message: string, start: number, length: number): never {
    const at = Math.min(start, Math.max(0, this.#text.length - 1));
    throw new Broken({
      span: { start: at, end: Math.min(at + Math.max(1, length), this.#text.length) },
      message,
    });
  }
}
