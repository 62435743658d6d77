import { nearest, type Span } from "../../project/index.ts";
import { comparisonOperators, listOperators, numberOperators } from "./ast.ts";
import { isQuote } from "./characters.ts";
import type { Grammar } from "./grammar.ts";
import type { Lexer } from "./lexer.ts";

/** Reports a token that cannot follow a complete check. */
export function failAfterCheck(lexer: Lexer, grammar: Grammar, closing?: string): never {
  const start = lexer.position;
  const rest = lexer.tokenHere();
  const word = lexer.text.slice(rest.start, rest.end);
  const expected = closing === undefined ? "`and` or `or`" : `\`and\`, \`or\` or ${closing}`;
  if (word === "(") failBeforeParenthesis(lexer, grammar, start, rest);
  if (word === ")") lexer.fail("this `)` closes nothing; delete it", rest);
  if (isQuote(lexer.text.charCodeAt(start)))
    lexer.fail(`expected ${expected}; a text that holds quotes is quoted as a whole`, rest);
  return lexer.fail(`expected ${expected}; quote the value before if \`${word}\` belongs to it`, rest);
}

/** A word before a parenthesis may belong to a later version, or be on the wrong side. */
function failBeforeParenthesis(lexer: Lexer, grammar: Grammar, start: number, parenthesis: Span): void {
  const word = /([a-z0-9]+) *$/.exec(lexer.text.slice(Math.max(0, start - 20), start))?.[1] ?? "";
  const first = grammar.laterWords.get(word);
  if (word === "val" && grammar.val)
    lexer.fail(
      "`val(FIELD)` is allowed on the right of an operator only; write the field alone",
      parenthesis,
    );
  if (first !== undefined)
    lexer.fail(`Falco knows \`${word}\` since ${first.replace(/\.0$/, "")}`, parenthesis);
}

/** Reports a token that cannot be the operator of a check. */
export function failOperator(lexer: Lexer, grammar: Grammar): never {
  const here = lexer.tokenHere();
  const word = lexer.text.slice(here.start, here.end);
  const first = grammar.laterWords.get(word);
  if (first !== undefined && comparisonOperators.has(word))
    return lexer.fail(`\`${word}\` is an operator since Falco ${first.replace(/\.0$/, "")}`, here);
  if (comparisonOperators.has(word)) return lexer.fail(`write a blank and a value after \`${word}\``, here);
  const suggestion = word === "" ? undefined : nearest(word.toLowerCase(), operators(grammar));
  if (suggestion === undefined) return lexer.fail("expected an operator, such as `=`, `in` or `startswith`");
  return lexer.fail(`\`${word}\` is not an operator; did you mean \`${suggestion}\`?`, here, suggestion);
}

function operators(grammar: Grammar): string[] {
  return ["exists", ...numberOperators, ...grammar.valueOperators, ...listOperators];
}
