import { type ConditionToken, conditionTokens, parse, print } from "../falco/index.ts";

/** A check on one line, or conditions in parentheses; `not` may precede either. */
interface Part {
  readonly negation: string;
  readonly content: readonly ConditionToken[] | Alternatives;
}

/** Parts joined by `and`, and those joined by `or`. */
type Chain = readonly Part[];
interface Alternatives {
  readonly chains: readonly Chain[];
}

/**
 * A condition with one blank between its words and, where it is longer than a line, with each `and` and `or` at the
 * start of a line of its own. No word changes, and no parenthesis.
 *
 * @param width most characters of a line; a check that has no list is never broken
 * @returns its lines; undefined for a text that is no condition, such as a part to append
 */
export function layOutCondition(text: string, width: number): readonly string[] | undefined {
  const { condition } = parse(text);
  if (condition === undefined) return undefined;
  const reader = new Reader(conditionTokens(text));
  const lines = linesOf(reader.alternatives(), width);
  // Whatever the layout does, Falco is to compile the same.
  const after = parse(lines.join("\n")).condition;
  return after !== undefined && print(after) === print(condition) ? lines : undefined;
}

class Reader {
  readonly #tokens: readonly ConditionToken[];
  #at = 0;

  constructor(tokens: readonly ConditionToken[]) {
    this.#tokens = tokens;
  }

  /** Up to the parenthesis that closes them, or to the end. */
  alternatives(): Alternatives {
    const chains: Part[][] = [[]];
    for (let token = this.#here; token !== undefined && token.text !== ")"; token = this.#here) {
      if (token.kind === "keyword" && token.text === "or") chains.push([]);
      if (token.kind === "keyword" && token.text !== "not") this.#at++;
      else chains.at(-1)!.push(this.#part());
    }
    return { chains };
  }

  #part(): Part {
    let negation = "";
    for (; this.#here?.kind === "keyword" && this.#here.text === "not"; this.#at++) negation += "not ";
    if (this.#here?.kind === "mark" && this.#here.text === "(") {
      this.#at++;
      const content = this.alternatives();
      this.#at++;
      return { negation, content };
    }
    return { negation, content: this.#check() };
  }

  /** Up to what joins it to the next, or to the parenthesis around it. */
  #check(): ConditionToken[] {
    const tokens: ConditionToken[] = [];
    let depth = 0;
    for (let token = this.#here; token !== undefined; token = this.#here) {
      if (depth === 0 && (token.kind === "keyword" || (token.kind === "mark" && token.text === ")"))) break;
      if (token.kind === "mark" && token.text === "(") depth++;
      else if (token.kind === "mark" && token.text === ")") depth--;
      tokens.push(token);
      this.#at++;
    }
    return tokens;
  }

  get #here(): ConditionToken | undefined {
    return this.#tokens[this.#at];
  }
}

function linesOf(alternatives: Alternatives, width: number): string[] {
  const whole = onOneLine(alternatives);
  if (whole.length <= width) return [whole];
  const { chains } = alternatives;
  if (chains.length === 1) return linesOfChain(chains[0]!, width);
  return chains.flatMap((chain, index) => {
    const [first = "", ...further] = linesOfChain(chain, width - "or ".length);
    return [index === 0 ? first : `or ${first}`, ...further.map(indented)];
  });
}

function linesOfChain(chain: Chain, width: number): string[] {
  const whole = chainOnOneLine(chain);
  if (whole.length <= width) return [whole];
  return chain.flatMap((part, index) => {
    const [first = "", ...further] = linesOfPart(part, width - "and ".length);
    return [index === 0 ? first : `and ${first}`, ...further];
  });
}

function linesOfPart(part: Part, width: number): string[] {
  const whole = partOnOneLine(part);
  if (whole.length <= width) return [whole];
  const { negation, content } = part;
  if (!("chains" in content)) return linesOfCheck(negation, content, width);
  const [first = "", ...further] = linesOf(content, width - negation.length - 2);
  const lines = [`${negation}(${first}`, ...further.map(indented)];
  lines.push(`${lines.pop()!})`);
  return lines;
}

/** A check with its list over several lines, each as full as it can be. */
function linesOfCheck(negation: string, tokens: readonly ConditionToken[], width: number): string[] {
  const lines: string[] = [];
  let line = negation;
  let last: ConditionToken | undefined;
  for (const token of tokens) {
    const blank = last !== undefined && isApart(last, token) ? " " : "";
    const isBehindComma = last?.kind === "mark" && last.text === ",";
    if (isBehindComma && line.length + blank.length + token.text.length + 1 > width) {
      lines.push(line);
      line = `  ${token.text}`;
    } else line += blank + token.text;
    last = token;
  }
  return [...lines, line];
}

function onOneLine({ chains }: Alternatives): string {
  return chains.map(chainOnOneLine).join(" or ");
}

function chainOnOneLine(chain: Chain): string {
  return chain.map(partOnOneLine).join(" and ");
}

function partOnOneLine({ negation, content }: Part): string {
  if ("chains" in content) return `${negation}(${onOneLine(content)})`;
  let line = negation;
  content.forEach((token, index) => {
    const last = content[index - 1];
    line += (last !== undefined && isApart(last, token) ? " " : "") + token.text;
  });
  return line;
}

/** Whether two tokens of a check are separated by a blank. */
function isApart(a: ConditionToken, b: ConditionToken): boolean {
  if (b.kind === "argument" || a.kind === "transformer") return false;
  if (b.kind === "mark" && (b.text === ")" || b.text === ",")) return false;
  return !(a.kind === "mark" && a.text === "(");
}

function indented(line: string): string {
  return `  ${line}`;
}
