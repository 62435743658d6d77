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
  const isReplaced = ({ start, end }: Span) => plain.slice(start, end) !== text.slice(start, end);
  const errors: { span: Span; message: string }[] = [];
  const selectors: (Selector & { matchers: Matcher[] })[] = [];
  const groupings: { label: string; span: Span }[] = [];
  const matcher = { label: "", labelSpan: { start: 0, end: 0 }, operator: "=" as Matcher["operator"] };
  parser.parse(plain).iterate({
    enter(node) {
      const span = { start: node.from, end: node.to };
      const content = plain.slice(node.from, node.to);
      const parent = node.node.parent?.name;
      if (node.type.isError) {
        // What comes after the first follows from it.
        if (errors.length === 0) errors.push({ span: visible(span, plain), message: messageAt(plain, span) });
        return;
      }
      switch (node.name) {
        case "VectorSelector":
          selectors.push({ span, metric: undefined, matchers: [] });
          break;
        case "Identifier":
          if (parent === "VectorSelector" && !isReplaced(span))
            Object.assign(selectors.at(-1)!, { metric: { name: content, span } });
          break;
        case "LabelName":
          if (parent === "GroupingLabels" && !isReplaced(span)) groupings.push({ label: content, span });
          else Object.assign(matcher, { label: content, labelSpan: span });
          break;
        case "MatchOp":
          matcher.operator = content as Matcher["operator"];
          break;
        case "StringLiteral":
          if (parent === "QuotedLabelName") {
            const isName = node.node.parent?.parent?.name === "LabelMatchers";
            const name = unquoted(content);
            if (isName) Object.assign(selectors.at(-1) ?? {}, { metric: { name, span } });
            else Object.assign(matcher, { label: name, labelSpan: span });
          } else if (parent === "UnquotedLabelMatcher" || parent === "QuotedLabelMatcher") {
            const value =
              variables && hasVariable(text.slice(span.start, span.end)) ? undefined : unquoted(content);
            addMatcher(selectors.at(-1), { ...matcher, value, valueSpan: span });
          }
      }
    },
  });
  // A variable among the matchers stands for matchers, and elsewhere it may stand for the name of a function or nothing.
  const isReadable =
    inBraces || (variables && errors.length > 0 && isRight(withoutVariables(text, " ").plain));
  return { errors: isReadable ? [] : errors, selectors, groupings };
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
  return shown === "" ? "The expression is broken here." : `\`${shown}\` cannot stand here.`;
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
  /** Whether a variable stands between braces, where matchers are. */
  readonly inBraces: boolean;
}

function nothingReplaced(text: string): Plain {
  return { plain: text, inBraces: false };
}

/** Puts something of the same length that the grammar knows in the place of each variable: a name, or blanks. */
function withoutVariables(text: string, filler: "v" | " " = "v"): Plain {
  let plain = "";
  let inBraces = false;
  let read = 0;
  let depth = 0;
  let quote = "";
  for (const match of text.matchAll(variable)) {
    const start = match.index;
    for (; read < start; read++) {
      const character = text[read]!;
      if (quote !== "") {
        if (character === "\\") read++;
        else if (character === quote) quote = "";
      } else if ("\"'`".includes(character)) quote = character;
      else if (character === "{") depth++;
      else if (character === "}") depth--;
    }
    const before = text.slice(0, start);
    plain += text.slice(plain.length, start);
    const { length } = match[0];
    if (quote !== "") plain += match[0];
    else {
      const isDuration = /(?:\[|:|\boffset)\s*-?\s*$/.test(before.slice(-40));
      plain += isDuration ? "5m".padEnd(length) : filler.repeat(length);
      if (depth > 0) inBraces = true;
    }
    read = Math.max(read, start + length);
  }
  return { plain: plain + text.slice(plain.length), inBraces };
}
