import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { Text } from "../project/index.ts";
import type { Finding } from "./finding.ts";

/**
 * Names findings so that the name stays when lines above come and go: by rule, file, the line's text with its
 * runs of spaces made one, and the number among equals. Findings must come in the order of their locations.
 *
 * @param source the text of a file
 * @returns 32 hexadecimal digits for each finding it is given
 */
export function fingerprinter(
  source: (file: string) => string | undefined,
): (finding: Pick<Finding, "rule" | "file" | "line">) => string {
  const texts = new Map<string, Text>();
  const seen = new Map<string, Equals>();
  let current: Line | undefined;
  return ({ rule, file, line }) => {
    if (current?.file !== file || current.number !== line) {
      const text = texts.get(file) ?? new Text(file, source(file) ?? "");
      texts.set(file, text);
      current = new Line(file, line, text.line(line));
    }
    return current.digest(rule, seen);
  };
}

/** The findings with the same key. */
interface Equals {
  count: number;
}

type Hash = ReturnType<typeof sha256.create>;

/** A line with what its findings have in common, so that many in a long line do not read it again for each. */
class Line {
  readonly file: string;
  readonly number: number;
  readonly #content: string;
  readonly #rules = new Map<string, { readonly hash: Hash; readonly equals: Equals }>();

  constructor(file: string, number: number, content: string) {
    this.file = file;
    this.number = number;
    this.#content = content.trim().replace(/\s+/g, " ");
  }

  digest(rule: string, seen: Map<string, Equals>): string {
    const { hash, equals } = this.#rules.get(rule) ?? this.#first(rule, seen);
    return bytesToHex(
      hash
        .clone()
        .update(utf8ToBytes(`${equals.count++}`))
        .digest(),
    ).slice(0, 32);
  }

  #first(rule: string, seen: Map<string, Equals>): { readonly hash: Hash; readonly equals: Equals } {
    const key = JSON.stringify([rule, this.file, this.#content]);
    const equals = seen.get(key) ?? { count: 0 };
    seen.set(key, equals);
    const first = { hash: sha256.create().update(utf8ToBytes(key)), equals };
    this.#rules.set(rule, first);
    return first;
  }
}
