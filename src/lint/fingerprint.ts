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
  const seen = new Map<string, number>();
  return ({ rule, file, line }) => {
    let text = texts.get(file);
    if (text === undefined) {
      text = new Text(file, source(file) ?? "");
      texts.set(file, text);
    }
    const content = text.line(line).trim().replace(/\s+/g, " ");
    const key = JSON.stringify([rule, file, content]);
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return bytesToHex(sha256(utf8ToBytes(`${key}${occurrence}`))).slice(0, 32);
  };
}
