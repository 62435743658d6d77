import { SemanticTokensBuilder, type SemanticTokensLegend } from "vscode-languageserver";
import { conditionTokens, type TokenKind } from "../falco/index.ts";
import type { Location, Source, Span } from "../project/index.ts";
import type { Feature } from "./feature.ts";
import { rangeOf } from "./ranges.ts";
import { contextOfDocument } from "./requests.ts";
import { itemsOf } from "./rules-file.ts";

const types = [
  "keyword",
  "function",
  "property",
  "parameter",
  "operator",
  "method",
  "variable",
  "string",
  "number",
];

/** What kinds of tokens the server colours. */
export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes: types, tokenModifiers: [] };

const typeOf: Readonly<Record<TokenKind, string | undefined>> = {
  keyword: "keyword",
  macro: "function",
  field: "property",
  argument: "parameter",
  operator: "operator",
  transformer: "method",
  value: "string",
  list: "variable",
  string: "string",
  mark: undefined,
};

/** Colours conditions and the fields of outputs, which are only texts to YAML. */
export const semanticTokens: Feature = (connection, workspaces) => {
  connection.languages.semanticTokens.on(async ({ textDocument }) => {
    const found = await contextOfDocument(workspaces, textDocument);
    const builder = new SemanticTokensBuilder();
    const tokens = (found?.sources ?? []).flatMap((source) => [...tokensIn(source)]);
    const placed = tokens.map(({ at, type }) => ({ type, range: rangeOf(at) }));
    placed.sort(
      ({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character,
    );
    for (const { type, range } of placed) {
      // Most editors cannot colour a token that goes on in another line.
      if (range.start.line !== range.end.line) continue;
      const length = range.end.character - range.start.character;
      builder.push(range.start.line, range.start.character, length, types.indexOf(type), 0);
    }
    return builder.build();
  });
};

function* tokensIn(source: Source): Iterable<{ readonly at: Location; readonly type: string }> {
  for (const { condition, output } of itemsOf(source)) {
    for (const { kind, span, text } of condition === undefined ? [] : conditionTokens(condition.content)) {
      const type = kind === "value" && /^[-+]?\d+(?:\.\d+)?$/.test(text) ? "number" : typeOf[kind];
      if (type !== undefined) yield { at: { text: condition!, span }, type };
    }
    if (output === undefined) continue;
    for (const { span } of outputFields(output.content))
      yield { at: { text: output, span }, type: "property" };
  }
}

/** The fields in an output, with the percent sign in the span and not in the name. */
export function outputFields(output: string): { readonly name: string; readonly span: Span }[] {
  return [...output.matchAll(/%([a-z]\w*(?:\.\w+)+(?:\[[^\]\s]{0,200}\])?)/g)].map(
    ({ index, 0: whole, 1: name }) => ({
      name: name!,
      span: { start: index, end: index + whole.length },
    }),
  );
}
