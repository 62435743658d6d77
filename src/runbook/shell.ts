import { parse } from "unbash";
import type { SyntaxProblem } from "./json.ts";

/** Longer scripts are not checked: the parser's time grows with the square of the here-documents. */
const maxLength = 20_000;

/** The first position at which bash cannot parse a script; undefined where it can. */
export function shellProblem(script: string): SyntaxProblem | undefined {
  if (script.length > maxLength) return undefined;
  const [error] = parse(script).errors ?? [];
  if (error === undefined) return undefined;
  const start = Math.min(error.pos, Math.max(0, script.trimEnd().length - 1));
  const sentence = error.message[0]!.toUpperCase() + error.message.slice(1);
  return {
    span: { start, end: Math.min(start + 1, script.length) },
    message: `${sentence.replaceAll("'", "`")}.`,
  };
}
