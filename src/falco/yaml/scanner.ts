import { breakLength, isBlank, isBlankOrBreak, isBreak, isMarker, isSeparator } from "./characters.ts";
import {
  ampersand,
  anchorEnds,
  anchorStops,
  closeBrace,
  closeBracket,
  colon,
  comma,
  dash,
  dot,
  double,
  exclamation,
  flowEnds,
  greater,
  hash,
  indicators,
  openBrace,
  openBracket,
  percent,
  pipe,
  question,
  single,
  star,
} from "./codes.ts";
import { YamlFailure } from "./failure.ts";
import { type ScalarRules, scanScalar } from "./scalar.ts";
import { blockRules, plainRules, quotedRules } from "./scalar-rules.ts";
import { type Mark, Stream, tab } from "./stream.ts";
import { scanTag } from "./tag.ts";
import type { Token, TokenType } from "./token.ts";

// Written by hand: positions, tolerance and errors have to equal those of yaml-cpp, which no YAML library for
// JavaScript follows.

interface Indent {
  readonly column: number;
  readonly type: "map" | "sequence" | "none";
  status: "valid" | "invalid" | "unknown";
  startToken?: Token;
}

/** A token that is the key of a map if a `:` follows on the same line. */
interface SimpleKey {
  readonly mark: Mark;
  readonly flowLevel: number;
  readonly indent: Indent | undefined;
  readonly key: Token;
}

const none: readonly string[] = [];

/** yaml-cpp does not accept a longer key, in bytes. */
const longestKey = 1024;

/** Splits a text into tokens, with the locations, the tolerance and the errors of yaml-cpp. */
export class Scanner {
  readonly #stream: Stream;
  #tokens: Token[] = [];
  #head = 0;
  #started = false;
  #ended = false;
  #simpleKeyAllowed = false;
  #scalarAllowed = false;
  #jsonLike = false;
  readonly #simpleKeys: SimpleKey[] = [];
  readonly #indents: Indent[] = [];
  readonly #flows: ("map" | "sequence")[] = [];

  constructor(text: string) {
    this.#stream = new Stream(text);
  }

  /** The next token without taking it, undefined at the end of the text. */
  peek(): Token | undefined {
    for (;;) {
      const token = this.#tokens[this.#head];
      if (token?.status === "valid") return token;
      if (token?.status === "invalid") this.#head++;
      else if (this.#ended) return token;
      else this.#scan();
    }
  }

  take(): void {
    if (this.peek() === undefined) return;
    this.#head++;
    if (this.#head < 1000) return;
    this.#tokens = this.#tokens.slice(this.#head);
    this.#head = 0;
  }

  /** The scanner's position in the text. */
  get mark(): Mark {
    return this.#stream.mark;
  }

  #scan(): void {
    if (!this.#started) {
      this.#started = true;
      this.#simpleKeyAllowed = true;
      this.#scalarAllowed = true;
      this.#indents.push({ column: -1, type: "none", status: "valid" });
      return;
    }
    const stream = this.#stream;
    this.#skipToToken();
    this.#popIndentsToHere();
    if (stream.ended) {
      this.#endText();
      return;
    }
    this.#scanToken(stream, stream.peek());
  }

  #scanToken(stream: Stream, next: number): void {
    if (stream.column === 0 && this.#scanLineStart(stream, next)) return;
    if (next === openBracket || next === openBrace) this.#flowStart();
    else if (next === closeBracket || next === closeBrace) this.#flowEnd();
    else if (next === comma) this.#flowEntry();
    else if (next === dash && isSeparator(stream.peek(1))) this.#blockEntry();
    else if (next === question && isBlankOrBreak(stream.peek(1))) this.#key();
    else if (this.#isValue()) this.#value();
    else this.#scanNode(stream, next);
  }

  /** Whether this line starts with a directive or a document marker. */
  #scanLineStart(stream: Stream, next: number): boolean {
    if (next === percent) this.#directive();
    else if (isMarker(stream, dash!)) this.#documentMarker("document start");
    else if (isMarker(stream, dot)) this.#documentMarker("document end");
    else return false;
    return true;
  }

  #scanNode(stream: Stream, next: number): void {
    if (next === star || next === ampersand) this.#anchorOrAlias();
    else if (next === exclamation) this.#tag();
    else if (this.#inBlock && (next === pipe || next === greater)) this.#blockScalar();
    else if (!this.#scalarAllowed) this.#failAfterQuote();
    else if (next === single || next === double) this.#quotedScalar();
    else if (this.#startsPlain()) this.#plainScalar();
    else this.#fail(`\`${stream.text[stream.index]}\` starts no value here; quote the value`);
  }

  get #inBlock(): boolean {
    return this.#flows.length === 0;
  }

  #fail(message: string): never {
    throw new YamlFailure(message, this.#stream.mark);
  }

  #failAfterQuote(): never {
    return this.#fail("a quoted value ends before this; quote the value as a whole, or escape the quote");
  }

  #isValue(): boolean {
    const stream = this.#stream;
    if (stream.peek() !== colon) return false;
    const after = stream.peek(1);
    if (this.#inBlock) return isSeparator(after);
    return this.#jsonLike || isBlankOrBreak(after) || flowEnds.has(after);
  }

  #startsPlain(): boolean {
    const next = this.#stream.peek();
    if (isBlankOrBreak(next) || indicators.has(next)) return false;
    const after = this.#stream.peek(1);
    if (this.#inBlock) return !((next === dash || next === question || next === colon) && isSeparator(after));
    if (next === question) return false;
    return !((next === dash || next === colon) && (isBlank(after) || Number.isNaN(after)));
  }

  #skipToToken(): void {
    const stream = this.#stream;
    for (;;) {
      while (isBlank(stream.peek())) {
        if (this.#inBlock && stream.peek() === tab) this.#simpleKeyAllowed = false;
        stream.take();
      }
      if (stream.peek() === hash) this.#skipLine();
      if (!isBreak(stream.peek())) return;
      stream.skip(breakLength(stream));
      this.#invalidateSimpleKey();
      this.#scalarAllowed = true;
      if (this.#inBlock) this.#simpleKeyAllowed = true;
    }
  }

  #skipLine(): void {
    while (!this.#stream.ended && !isBreak(this.#stream.peek())) this.#stream.take();
  }

  #endText(): void {
    if (this.#stream.column > 0) this.#stream.resetColumn();
    this.#popAllIndents();
    this.#simpleKeys.length = 0;
    this.#simpleKeyAllowed = false;
    this.#scalarAllowed = false;
    this.#ended = true;
  }

  #push(type: TokenType, mark: Mark, value = "", end = this.#stream.index): Token {
    const token: Token = { type, mark, value, parameters: none, end, style: undefined, status: "valid" };
    this.#tokens.push(token);
    return token;
  }

  #pushIndent(column: number, type: "map" | "sequence"): Indent | undefined {
    if (!this.#inBlock) return undefined;
    const last = this.#indents.at(-1)!;
    if (column < last.column) return undefined;
    if (column === last.column && !(type === "sequence" && last.type === "map")) return undefined;
    const startToken = this.#push(`block ${type} start`, this.#stream.mark);
    const indent: Indent = { column, type, status: "valid", startToken };
    this.#indents.push(indent);
    return indent;
  }

  #popIndentsToHere(): void {
    if (!this.#inBlock) return;
    const stream = this.#stream;
    const atEntry = stream.peek() === dash && isSeparator(stream.peek(1));
    for (;;) {
      const indent = this.#indents.at(-1);
      if (indent === undefined || indent.column < stream.column) break;
      if (indent.column === stream.column && !(indent.type === "sequence" && !atEntry)) break;
      this.#popIndent();
    }
    while (this.#indents.at(-1)?.status === "invalid") this.#popIndent();
  }

  #popAllIndents(): void {
    if (!this.#inBlock) return;
    while (this.#indents.length > 0 && this.#indents.at(-1)!.type !== "none") this.#popIndent();
  }

  #popIndent(): void {
    const indent = this.#indents.pop()!;
    if (indent.status !== "valid") this.#invalidateSimpleKey();
    else if (indent.type !== "none") this.#push(`block ${indent.type} end`, this.#stream.mark);
  }

  #insertSimpleKey(): void {
    const flowLevel = this.#flows.length;
    if (!this.#simpleKeyAllowed || this.#simpleKeys.at(-1)?.flowLevel === flowLevel) return;
    const mark = this.#stream.mark;
    const indent = this.#inBlock ? this.#pushIndent(this.#stream.column, "map") : undefined;
    if (indent !== undefined) {
      indent.status = "unknown";
      indent.startToken!.status = "unverified";
    }
    const key = this.#push("key", mark);
    key.status = "unverified";
    this.#simpleKeys.push({ mark, flowLevel, indent, key });
  }

  #invalidateSimpleKey(): void {
    if (this.#simpleKeys.at(-1)?.flowLevel !== this.#flows.length) return;
    resolveKey(this.#simpleKeys.pop()!, "invalid");
  }

  /** Whether the token before the `:` here is a key. */
  #verifySimpleKey(): boolean {
    const key = this.#simpleKeys.at(-1);
    if (key?.flowLevel !== this.#flows.length) return false;
    this.#simpleKeys.pop();
    const { line, offset } = this.#stream.mark;
    const valid = line === key.mark.line && offset - key.mark.offset <= longestKey;
    resolveKey(key, valid ? "valid" : "invalid");
    return valid;
  }

  #directive(): void {
    const stream = this.#stream;
    this.#startDocumentPart();
    const mark = stream.mark;
    stream.take();
    const value = this.#word();
    const parameters: string[] = [];
    for (;;) {
      while (isBlank(stream.peek())) stream.take();
      if (stream.ended || isBreak(stream.peek()) || stream.peek() === hash) break;
      parameters.push(this.#word());
    }
    this.#push("directive", mark, value).parameters = parameters;
  }

  #word(): string {
    const start = this.#stream.index;
    while (!isSeparator(this.#stream.peek())) this.#stream.take();
    return this.#stream.text.slice(start, this.#stream.index);
  }

  #documentMarker(type: "document start" | "document end"): void {
    this.#startDocumentPart();
    const mark = this.#stream.mark;
    this.#stream.skip(3);
    this.#push(type, mark);
  }

  #startDocumentPart(): void {
    this.#popAllIndents();
    this.#simpleKeys.length = 0;
    this.#simpleKeyAllowed = false;
    this.#jsonLike = false;
  }

  #flowStart(): void {
    this.#insertSimpleKey();
    this.#simpleKeyAllowed = true;
    this.#jsonLike = false;
    const mark = this.#stream.mark;
    const type = this.#stream.take() === openBracket ? "sequence" : "map";
    this.#flows.push(type);
    this.#push(`flow ${type} start`, mark);
  }

  #flowEnd(): void {
    const closer = this.#stream.text[this.#stream.index];
    if (this.#inBlock) this.#fail(`this \`${closer}\` closes nothing; quote the value that holds it`);
    this.#closeFlowItem();
    this.#simpleKeyAllowed = false;
    this.#jsonLike = true;
    const mark = this.#stream.mark;
    const type = this.#stream.take() === closeBracket ? "sequence" : "map";
    if (this.#flows.at(-1) !== type)
      throw new YamlFailure(`expected \`${type === "map" ? "]" : "}"}\` instead of \`${closer}\``, mark);
    this.#flows.pop();
    this.#push(`flow ${type} end`, mark);
  }

  #flowEntry(): void {
    if (this.#stream.column === 0) this.#fail("a line cannot start with `,`");
    if (!this.#scalarAllowed) this.#failAfterQuote();
    this.#closeFlowItem();
    this.#simpleKeyAllowed = true;
    this.#jsonLike = false;
    const mark = this.#stream.mark;
    this.#stream.take();
    this.#push("flow entry", mark);
  }

  /** An item of a flow map can be a key without a value. */
  #closeFlowItem(): void {
    const flow = this.#flows.at(-1);
    if (flow === "map" && this.#verifySimpleKey()) this.#push("value", this.#stream.mark);
    else if (flow === "sequence") this.#invalidateSimpleKey();
  }

  #blockEntry(): void {
    if (!this.#inBlock) this.#fail("a `- ` item is not allowed between brackets; separate items with commas");
    if (!this.#simpleKeyAllowed) this.#fail("a `- ` item is not allowed here; start it on a line of its own");
    this.#pushIndent(this.#stream.column, "sequence");
    this.#simpleKeyAllowed = true;
    this.#jsonLike = false;
    const mark = this.#stream.mark;
    this.#stream.take();
    this.#push("block entry", mark);
  }

  #key(): void {
    if (this.#inBlock) {
      if (!this.#simpleKeyAllowed)
        this.#fail("a `? ` key is not allowed here; start it on a line of its own");
      this.#pushIndent(this.#stream.column, "map");
    }
    this.#simpleKeyAllowed = this.#inBlock;
    const mark = this.#stream.mark;
    this.#stream.take();
    this.#push("key", mark);
  }

  #value(): void {
    const simple = this.#verifySimpleKey();
    this.#jsonLike = false;
    if (simple) this.#simpleKeyAllowed = false;
    else {
      if (this.#inBlock) {
        if (!this.#simpleKeyAllowed)
          this.#fail(
            "this `:` makes a second key on the line; quote the value, or write it as a block with `>`",
          );
        this.#pushIndent(this.#stream.column, "map");
      }
      this.#simpleKeyAllowed = this.#inBlock;
    }
    this.#scalarAllowed = true;
    const mark = this.#stream.mark;
    this.#stream.take();
    this.#push("value", mark);
  }

  #anchorOrAlias(): void {
    const stream = this.#stream;
    this.#insertSimpleKey();
    this.#simpleKeyAllowed = false;
    this.#jsonLike = false;
    const mark = stream.mark;
    const type = stream.take() === star ? "alias" : "anchor";
    const start = stream.index;
    while (!isSeparator(stream.peek()) && !anchorStops.has(stream.peek())) stream.take();
    const value = stream.text.slice(start, stream.index);
    const sign = type === "alias" ? "*" : "&";
    if (value === "") this.#fail(`\`${sign}\` needs the name of an anchor; quote the value if it is text`);
    if (!isSeparator(stream.peek()) && !anchorEnds.has(stream.peek()))
      this.#fail(`\`${stream.text[stream.index]}\` cannot be part of an anchor's name`);
    this.#push(type, mark, value);
  }

  #tag(): void {
    const stream = this.#stream;
    this.#insertSimpleKey();
    this.#simpleKeyAllowed = false;
    this.#jsonLike = false;
    const mark = stream.mark;
    const start = stream.index;
    scanTag(stream);
    this.#push("tag", mark, stream.text.slice(start, stream.index));
  }

  #plainScalar(): void {
    const stream = this.#stream;
    // Opens a map before a key that starts here.
    const rules = plainRules(this.#inBlock ? this.#topIndent + 1 : undefined);
    this.#insertSimpleKey();
    const { mark, value, endedByIndent } = this.#scalar(rules);
    this.#simpleKeyAllowed = endedByIndent;
    this.#jsonLike = false;
    let end = stream.index;
    while (end > mark.index && isBlankOrBreak(stream.text.charCodeAt(end - 1))) end--;
    this.#push("plain scalar", mark, value, end).style = "plain";
  }

  #quotedScalar(): void {
    this.#insertSimpleKey();
    const mark = this.#stream.mark;
    const isSingle = this.#stream.take() === single;
    const { value } = this.#scalar(quotedRules(isSingle));
    this.#simpleKeyAllowed = false;
    this.#scalarAllowed = !this.#inBlock;
    this.#jsonLike = true;
    this.#push("scalar", mark, value).style = isSingle ? "single-quoted" : "double-quoted";
  }

  #blockScalar(): void {
    const stream = this.#stream;
    const mark = stream.mark;
    const folded = stream.take() === greater;
    let chomp: ScalarRules["chomp"] = "clip";
    let indent: number | undefined;
    for (let i = headerLength(stream); i > 0; i--) {
      const character = String.fromCharCode(stream.take());
      if (character === "+") chomp = "keep";
      else if (character === "-") chomp = "strip";
      else if (character === "0") this.#fail("the indentation of a block is at least 1");
      else indent = Number(character);
    }
    while (isBlank(stream.peek())) stream.take();
    if (stream.peek() === hash) this.#skipLine();
    if (!stream.ended && !isBreak(stream.peek()))
      this.#fail(`text of a \`${folded ? ">" : "|"}\` block starts on the next line`);
    const { value } = this.#scalar(blockRules(folded, chomp, this.#topIndent, indent));
    this.#simpleKeyAllowed = true;
    this.#jsonLike = false;
    this.#push("scalar", mark, value).style = folded ? "folded" : "literal";
  }

  get #topIndent(): number {
    return this.#indents.at(-1)?.column ?? 0;
  }

  #scalar(rules: ScalarRules): { mark: Mark; value: string; endedByIndent: boolean } {
    const mark = this.#stream.mark;
    return { mark, ...scanScalar(this.#stream, rules) };
  }
}

/** Decides whether a candidate is the key of a map. */
function resolveKey(key: SimpleKey, status: "valid" | "invalid"): void {
  key.key.status = status;
  if (key.indent === undefined) return;
  key.indent.status = status;
  key.indent.startToken!.status = status;
}

/** Length of the chomping and indentation indicators of a block scalar. */
function headerLength(stream: Stream): number {
  const isChomp = (at: number) => stream.text[at] === "+" || stream.text[at] === "-";
  const isDigit = (at: number) => /^[0-9]$/.test(stream.text[at] ?? "");
  const at = stream.index;
  if ((isChomp(at) && isDigit(at + 1)) || (isDigit(at) && isChomp(at + 1))) return 2;
  return isChomp(at) || isDigit(at) ? 1 : 0;
}
