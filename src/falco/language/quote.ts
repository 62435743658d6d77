import { rawByte } from "./bytes.ts";

/** A text as the engine prints it: quoted only if it holds a blank, a quote, an equals sign or a control character. */
export function quote(text: string, quotesEquals = true): string {
  let result = "";
  let quoted = false;
  for (const character of text) {
    const sequence = escapes.get(character);
    if (sequence === undefined) result += character;
    else {
      quoted ||= quotesEquals || character !== "=";
      result += sequence;
    }
  }
  return quoted ? `"${result}"` : result;
}

const escapes = new Map([
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  [" ", " "],
  ["=", "="],
  ["\\", "\\\\"],
  ['"', '\\"'],
  ["'", "'"],
  ["\0", "\0"],
]);

const unescapes = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  [" ", "\\"],
  ["\\", "\\"],
  ["/", "/"],
]);

/** Unescapes a quoted text; for an invalid escape, its offset in `body` and the reason. */
export function unquote(
  body: string,
  delimiter: string,
  hexEscapes: boolean,
): { text: string } | { offset: number; problem: string } {
  let text = "";
  for (let i = 0; i < body.length; i++) {
    const character = body[i]!;
    if (character !== "\\") {
      text += character;
      continue;
    }
    const escaped = body[++i];
    if (escaped === undefined) break;
    const plain = unescapes.get(escaped);
    if (plain !== undefined) text += plain;
    else if (escaped === delimiter) text += delimiter;
    else if (escaped === "x" && hexEscapes) {
      const digits = body.slice(i + 1, i + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(digits))
        return { offset: i - 1, problem: "`\\x` needs two hexadecimal digits, as in `\\x2f`" };
      text += rawByte(Number.parseInt(digits, 16));
      i += 2;
    } else if (escaped === '"' || escaped === "'")
      return { offset: i - 1, problem: `between ${delimiter} quotes, write ${escaped} without a backslash` };
    else
      return {
        offset: i - 1,
        problem: `\`\\${escaped}\` is not an escape; for a backslash write \`\\\\\``,
      };
  }
  return { text };
}
