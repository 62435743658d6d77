import { type IdForms, type Token, tokenize, withoutWords, wordLength } from "./id-matching.ts";

/** How tags of Falco rules name controls of a framework; its catalog says it. */
export interface TagForms {
  readonly prefix: string;
  readonly example: string;
  /** Other prefixes in circulation. */
  readonly also?: readonly string[];
  /** What may come between prefix and id, such as an edition. */
  readonly between?: readonly string[];
  /** Letters that ids begin with, or `number`. */
  readonly starts?: readonly string[];
}

/** A compliance tag of a Falco rule, such as `PCI_DSS_10.2.1.1` or `SOC2_CC6.8`. */
export interface ComplianceTag {
  readonly framework: string;
  /** The control id as written in the tag. */
  readonly controlId: string;
}

/** A tag that begins with a framework's prefix and goes on with no id. */
export interface UnreadableTag {
  /** The framework's name. */
  readonly framework: string;
  readonly example: string;
  /** The text behind the prefix. */
  readonly rest: string;
}

interface TaggedFramework {
  readonly id: string;
  readonly name: string;
  readonly ids?: IdForms;
  readonly tags?: TagForms | undefined;
}

/** No tag is longer than this, in UTF-16 units; what is longer is not read. */
const maxLength = 100;

/** Reads tags by the forms that frameworks declare. */
export class TagReader {
  readonly #forms: readonly ReturnType<typeof compile>[];

  constructor(frameworks: Iterable<TaggedFramework>) {
    this.#forms = [...frameworks].flatMap((framework) =>
      framework.tags === undefined ? [] : [compile(framework, framework.tags)],
    );
  }

  /** The control that a tag names; undefined for any other tag. */
  read(tag: string): ComplianceTag | undefined {
    if (tag.length > maxLength) return undefined;
    const tokens = tokenize(tag);
    for (const { framework, prefixes, between, words, starts } of this.#forms) {
      const prefix = wordLength(tokens, 0, prefixes);
      if (prefix === 0) continue;
      const id = withoutWords(tokens.slice(prefix), between);
      if (id.length > 0 && startsAsId(withoutWords(id, words), starts))
        return { framework: framework.id, controlId: tag.slice(id[0]!.start) };
    }
    return undefined;
  }

  /** The framework that a tag seems to be meant for, where {@link read} finds no control in it. */
  readUnreadable(tag: string): UnreadableTag | undefined {
    if (this.read(tag) !== undefined) return undefined;
    const start = tag.slice(0, maxLength);
    const tokens = tokenize(start);
    for (const { framework, example, prefixes } of this.#forms) {
      const next = tokens[wordLength(tokens, 0, prefixes)];
      if (next !== undefined && next !== tokens[0])
        return { framework: framework.name, example, rest: start.slice(next.start) };
    }
    return undefined;
  }
}

function compile(framework: TaggedFramework, { prefix, example, also, between, starts }: TagForms) {
  return {
    framework,
    example,
    prefixes: [prefix, ...(also ?? [])].map(tokenize),
    between: (between ?? []).map(tokenize),
    words: (framework.ids?.optional_words ?? []).map(tokenize),
    starts: {
      number: (starts ?? ["number"]).includes("number"),
      words: (starts ?? []).map(tokenize),
    },
  };
}

/** What the ids of a framework begin with: a number, or one of the words with a number behind it. */
interface Starts {
  readonly number: boolean;
  readonly words: readonly (readonly Token[])[];
}

function startsAsId(tokens: readonly Token[], starts: Starts): boolean {
  const isNumber = (token: Token | undefined) => token !== undefined && /^\p{N}/u.test(token.text);
  if (isNumber(tokens[0])) return starts.number;
  const length = wordLength(tokens, 0, starts.words);
  return length > 0 && isNumber(tokens[length]);
}

/** How a tag for a control is written. */
export function writeComplianceTag({ id, tags }: TaggedFramework, controlId: string): string {
  return `${tags?.prefix ?? `${id}_`}${controlId.replace(/\s/g, "")}`;
}
