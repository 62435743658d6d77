import type { Word } from "./words.ts";

/** The arguments of a command, in order, and the values of each of its options. */
export interface Arguments {
  readonly positional: readonly Word[];
  readonly options: ReadonlyMap<string, readonly Word[]>;
}

/** @param valued by every name of an option that takes a value, the name under which it is kept */
export function argumentsOf(words: readonly Word[], valued: ReadonlyMap<string, string>): Arguments {
  const positional: Word[] = [];
  const options = new Map<string, Word[]>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!word.value.startsWith("-")) {
      positional.push(word);
      continue;
    }
    const [, name = "", inline] = /^(--?[\w-]+)(?:=([\s\S]*))?$/.exec(word.value) ?? [];
    const kept = valued.get(name);
    if (kept === undefined) continue;
    const value = inline === undefined ? words[++i] : { ...word, value: inline };
    if (value !== undefined) options.set(kept, [...(options.get(kept) ?? []), value]);
  }
  return { positional, options };
}
