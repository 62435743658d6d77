import { parser } from "@prometheus-io/lezer-promql";
import type { Span } from "../project/index.ts";

/** What an expression in Prometheus' language says, with spans into it. */
export interface Expression {
  readonly errors: readonly { readonly span: Span; readonly message: string }[];
  readonly selectors: readonly Selector[];
  /** Labels in `by` and `without`. */
  readonly groupings: readonly { readonly label: string; readonly span: Span }[];
}

/** Which series of which metric: `name{label="value"}`. */
export interface Selector {
  readonly span: Span;
  /** Undefined where matchers alone say it, or a variable is part of it. */
  readonly metric: { readonly name: string; readonly span: Span } | undefined;
  readonly matchers: readonly Matcher[];
}

export interface Matcher {
  readonly label: string;
  readonly labelSpan: Span;
  readonly operator: "=" | "!=" | "=~" | "!~";
  /** Undefined where a variable is part of it. */
  readonly value: string | undefined;
  /** With its quotes. */
  readonly valueSpan: Span;
}

/** Longer ones are not written by people. */
const longest = 20_000;

/**
 * Parses an expression by Prometheus' own grammar.
 *
 * @param variables whether it may hold Grafana's variables: `$name`, `${name}`, `[[name]]`
 */
export function parseExpression(text: string, variables: boolean): Expression {
  if (text.length > longest) return { errors: [], selectors: [], groupings: [] };
  const { plain, inBraces } = variables ? withoutVariables(text) : nothingReplaced(text);
  const reader = new ExpressionReader(text, plain, variables);
  parser.parse(plain).iterate({ enter: ({ node }) => reader.read(node) });
  const { errors, selectors, groupings } = reader;
  // A variable among the matchers stands for matchers, and elsewhere it may stand for the name of a function or nothing.
  const isReadable =
    inBraces || (variables && errors.length > 0 && isRight(withoutVariables(text, " ").plain));
  return { errors: isReadable ? [] : errors, selectors, groupings };
}

type SyntaxNode = ReturnType<typeof parser.parse>["topNode"];

/** Collects what an expression holds from the nodes of its syntax tree, given in their order. */
class ExpressionReader {
  readonly errors: { span: Span; message: string }[] = [];
  readonly selectors: (Selector & { matchers: Matcher[] })[] = [];
  readonly groupings: { label: string; span: Span }[] = [];
  readonly #text: string;
  readonly #plain: string;
  readonly #variables: boolean;
  /** The matcher whose label and operator were read. */
  #matcher = { label: "", labelSpan: { start: 0, end: 0 }, operator: "=" as Matcher["operator"] };

  /** @param plain the text with its variables replaced */
  constructor(text: string, plain: string, variables: boolean) {
    this.#text = text;
    this.#plain = plain;
    this.#variables = variables;
  }

  read(node: SyntaxNode): void {
    const span = { start: node.from, end: node.to };
    if (node.type.isError) this.#error(span);
    else if (node.name === "VectorSelector") this.selectors.push({ span, metric: undefined, matchers: [] });
    else if (node.name === "Identifier") this.#identifier(node, span);
    else if (node.name === "LabelName") this.#label(node, span);
    else if (node.name === "MatchOp") this.#matcher.operator = this.#content(span) as Matcher["operator"];
    else if (node.name === "StringLiteral") this.#literal(node, span);
  }

  #error(span: Span): void {
    // What comes after the first follows from it.
    if (this.errors.length > 0) return;
    this.errors.push({ span: visible(span, this.#plain), message: messageAt(this.#plain, span) });
  }

  #identifier(node: SyntaxNode, span: Span): void {
    if (node.parent?.name !== "VectorSelector" || this.#isReplaced(span)) return;
    Object.assign(this.selectors.at(-1)!, { metric: { name: this.#content(span), span } });
  }

  #label(node: SyntaxNode, span: Span): void {
    const label = this.#content(span);
    if (node.parent?.name === "GroupingLabels" && !this.#isReplaced(span))
      this.groupings.push({ label, span });
    else Object.assign(this.#matcher, { label, labelSpan: span });
  }

  #literal(node: SyntaxNode, span: Span): void {
    const name = unquoted(this.#content(span));
    switch (node.parent?.name) {
      case "QuotedLabelName":
        if (node.parent.parent?.name === "LabelMatchers")
          Object.assign(this.selectors.at(-1) ?? {}, { metric: { name, span } });
        else Object.assign(this.#matcher, { label: name, labelSpan: span });
        break;
      case "UnquotedLabelMatcher":
      case "QuotedLabelMatcher": {
        const isOpen = this.#variables && hasVariable(this.#text.slice(span.start, span.end));
        addMatcher(this.selectors.at(-1), {
          ...this.#matcher,
          value: isOpen ? undefined : name,
          valueSpan: span,
        });
      }
    }
  }

  #content({ start, end }: Span): string {
    return this.#plain.slice(start, end);
  }

  #isReplaced({ start, end }: Span): boolean {
    return this.#plain.slice(start, end) !== this.#text.slice(start, end);
  }
}

function isRight(plain: string): boolean {
  let errors = 0;
  parser.parse(plain).iterate({ enter: ({ type }) => void (type.isError && errors++) });
  return errors === 0;
}

function addMatcher(selector: (Selector & { matchers: Matcher[] }) | undefined, matcher: Matcher): void {
  if (selector === undefined) return;
  if (matcher.label === "__name__" && matcher.operator === "=" && matcher.value !== undefined)
    Object.assign(selector, { metric: { name: matcher.value, span: matcher.valueSpan } });
  else selector.matchers.push(matcher);
}

/** An error at an empty span is shown at the character before it. */
function visible({ start, end }: Span, text: string): Span {
  if (end > start) return { start, end };
  const before = text.slice(0, start).trimEnd().length;
  return { start: Math.max(0, before - 1), end: Math.max(before, Math.min(1, text.length)) };
}

function messageAt(text: string, { start, end }: Span): string {
  if (text.trim() === "") return "The expression is empty.";
  const rest = text.slice(start, Math.max(end, start + 1)).trim();
  if (text.slice(start).trim() === "") {
    const open = unclosed(text);
    return open === undefined
      ? "The expression ends where more is needed."
      : `The expression ends, and \`${open}\` is not closed.`;
  }
  const shown = rest.length > 40 ? `${rest.slice(0, 37)}...` : rest;
  return shown === "" ? "The expression is broken here." : `\`${shown}\` is not allowed here.`;
}

/** The last bracket that is open at the end. */
function unclosed(text: string): string | undefined {
  const open: string[] = [];
  let quote = "";
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (quote !== "") {
      if (character === "\\" && quote !== "`") i++;
      else if (character === quote) quote = "";
    } else if ("\"'`".includes(character)) quote = character;
    else if ("([{".includes(character)) open.push(character);
    else if (")]}".includes(character)) open.pop();
  }
  return quote === "" ? open.at(-1) : quote;
}

function unquoted(literal: string): string {
  const inner = literal.slice(1, -1);
  return literal.startsWith("`") ? inner : inner.replace(/\\(.)/g, "$1");
}

const variable = /\$\{[^{}"']{1,200}\}|\$\w{1,100}|\[\[[\w:]{1,100}\]\]/g;

function hasVariable(text: string): boolean {
  return text.search(variable) !== -1;
}

interface Plain {
  /** As long as the text. */
  readonly plain: string;
  /** Whether a variable is between braces, where matchers are. */
  readonly inBraces: boolean;
}

function nothingReplaced(text: string): Plain {
  return { plain: text, inBraces: false };
}

/** Puts something of the same length that the grammar accepts where a variable is: a name, or blanks. */
function withoutVariables(text: string, filler: "v" | " " = "v"): Plain {
  const scanner = new QuoteScanner(text);
  let plain = "";
  let inBraces = false;
  for (const match of text.matchAll(variable)) {
    const start = match.index;
    const [name] = match;
    scanner.readTo(start);
    plain += text.slice(plain.length, start);
    if (scanner.inQuotes) plain += name;
    else {
      const isDuration = /(?:\[|:|\boffset)\s*-?\s*$/.test(text.slice(Math.max(0, start - 40), start));
      // `${__range_s}s` is a number of seconds.
      const hasUnit = /^(?:ms|[smhdwy])\b/.test(text.slice(start + name.length, start + name.length + 3));
      const duration = hasUnit ? "5".padStart(name.length, "0") : "5m".padEnd(name.length);
      plain += isDuration ? duration : filler.repeat(name.length);
      if (scanner.depth > 0) inBraces = true;
    }
    scanner.skipTo(start + name.length);
  }
  return { plain: plain + text.slice(plain.length), inBraces };
}

/** Follows quotes and braces through a text. */
class QuoteScanner {
  readonly #text: string;
  #read = 0;
  #quote = "";
  /** Open braces outside of quotes. */
  depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get inQuotes(): boolean {
    return this.#quote !== "";
  }

  readTo(end: number): void {
    for (; this.#read < end; this.#read++) {
      const character = this.#text[this.#read]!;
      if (this.inQuotes) {
        if (character === "\\") this.#read++;
        else if (character === this.#quote) this.#quote = "";
      } else if ("\"'`".includes(character)) this.#quote = character;
      else if (character === "{") this.depth++;
      else if (character === "}") this.depth--;
    }
  }

  skipTo(end: number): void {
    this.#read = Math.max(this.#read, end);
  }
}
