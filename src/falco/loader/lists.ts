import { type TracedText, TracedTextBuilder } from "./traced-text.ts";

/** A list as the engine inserts it into conditions. */
export interface ListValues {
  readonly name: string;
  readonly items: readonly TracedText[];
}

const blanks = " \t\n\r";

/** A condition with more characters than this comes from lists that blow up. */
const longestCondition = 1_000_000;
/** Limit of characters that are searched for one condition, over all its lists. */
const maxWork = 300_000_000;

/** The lists of a ruleset in the order in which the engine inserts them into conditions. */
export class ListSubstitution {
  readonly #lists: ListValues[] = [];
  readonly #indexes = new Map<string, number>();
  /** Lists whose name is not a single word, which the engine searches everywhere. */
  readonly #odd: number[] = [];
  readonly #items = new Map<number, TracedText>();

  /** Adds a list after the others, or replaces its values. */
  set(list: ListValues, index: number): void {
    this.#lists[index] = list;
    this.#items.delete(index);
    if (!isOneWord(list.name)) {
      if (!this.#odd.includes(index)) this.#odd.push(index);
    } else this.#indexes.set(list.name, index);
  }

  /**
   * Replaces the names of lists in a condition with their values. The engine replaces text, also between quotes, list
   * after list, so names among the values of a list refer to later lists.
   *
   * @returns undefined when the lists blow up
   */
  expand(condition: TracedText): { text: TracedText; used: readonly number[] } | undefined {
    const pending = new Set(this.#named(condition.text));
    if (pending.size === 0 && this.#odd.length === 0) return { text: condition, used: [] };
    for (const index of this.#odd) pending.add(index);
    let text = condition;
    let work = 0;
    const used: number[] = [];
    const queue = [...pending].sort((a, b) => a - b);
    for (let i = 0; i < queue.length; i++) {
      const index = queue[i]!;
      const replaced = this.#replace(text, index);
      work += text.text.length;
      if (replaced === undefined) continue;
      text = replaced;
      used.push(index);
      if (text.text.length > longestCondition || work > maxWork) return undefined;
      for (const other of this.#named(this.#itemsOf(index).text)) {
        if (other <= index || pending.has(other)) continue;
        pending.add(other);
        insertSorted(queue, other, i + 1);
      }
    }
    return { text, used };
  }

  /** Lists named by the words of a text. */
  *#named(text: string): Iterable<number> {
    if (this.#indexes.size === 0) return;
    for (const word of wordsOf(text)) {
      const index = this.#indexes.get(word);
      if (index !== undefined) yield index;
    }
  }

  #replace(source: TracedText, index: number): TracedText | undefined {
    const { name } = this.#lists[index]!;
    const { text } = source;
    let found = name === "" ? -1 : text.indexOf(name);
    let builder: TracedTextBuilder | undefined;
    /** The end of the text that is in the builder. */
    let done = 0;
    while (found !== -1) {
      const end = found + name.length;
      const startsHere =
        found === 0 || (builder !== undefined && found === done) || isDelimiterAt(text, found - 1);
      if (!startsHere || (end < text.length && !isDelimiterAt(text, end))) {
        found = text.indexOf(name, found + 1);
        continue;
      }
      builder ??= new TracedTextBuilder();
      builder.addSlice(source, done, found);
      done = this.#put(builder, index, text, end);
      // At the start of a condition, the engine looks one character too far.
      const atStart = builder.length === this.#itemsOf(index).text.length + 1;
      found = text.indexOf(name, atStart ? done + 1 : done);
    }
    if (builder === undefined) return undefined;
    builder.addSlice(source, done, text.length);
    return builder.build();
  }

  /**
   * Adds the values, with one blank before and after in place of the others; returns the offset of the remaining
   * text.
   */
  #put(builder: TracedTextBuilder, index: number, text: string, end: number): number {
    const items = this.#itemsOf(index);
    let next = end;
    while (builder.last !== "" && blanks.includes(builder.last)) builder.dropLast();
    while (next < text.length && blanks.includes(text[next]!)) next++;
    if (items.text === "") {
      if (builder.last === ",") builder.dropLast();
      else if (text[next] === ",") next++;
    }
    if (builder.length > 0) builder.add(" ");
    builder.add(items);
    builder.add(" ");
    return next;
  }

  #itemsOf(index: number): TracedText {
    let text = this.#items.get(index);
    if (text === undefined) {
      const builder = new TracedTextBuilder();
      for (const item of this.#lists[index]!.items) {
        if (builder.length > 0) builder.add(", ");
        addQuoted(builder, item);
      }
      text = builder.build();
      this.#items.set(index, text);
    }
    return text;
  }
}

/** Whether a name can only occur as a whole word. */
export function isOneWord(name: string): boolean {
  return !/[ \t\n\r(),=]/.test(name);
}

/** The words of a text, which could name lists. */
export function* wordsOf(text: string): Iterable<string> {
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isDelimiter(text.charCodeAt(i))) continue;
    if (i > start) yield text.slice(start, i);
    start = i + 1;
  }
}

/** Quotes a value that holds a blank, unless it starts with a quote. */
export function addQuoted(builder: TracedTextBuilder, value: TracedText): void {
  const first = value.text[0];
  const quote = value.text.includes(" ") && first !== '"' && first !== "'" ? '"' : "";
  builder.add(quote);
  builder.add(value);
  builder.add(quote);
}

function insertSorted(queue: number[], value: number, from: number): void {
  let low = from;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (queue[middle]! < value) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, value);
}

/** A blank, a parenthesis, a comma or an equals sign. */
function isDelimiter(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0a) ||
    code === 0x0d ||
    (code >= 0x28 && code <= 0x29) ||
    code === 0x2c ||
    code === 0x3d
  );
}

function isDelimiterAt(text: string, at: number): boolean {
  return isDelimiter(text.charCodeAt(at));
}
