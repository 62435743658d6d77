import { createHash } from "node:crypto";
import { markdownText } from "./escape.ts";

/** Namespace of properties that are our own. */
export const ns = "https://github.com/falcoverage/falcoverage/ns/oscal";

/** One line of Markdown that is text and nothing else. */
export function line(text: string): string {
  return markdownText(text) || "-";
}

/** A string without blanks at its ends. */
export function word(text: string): string {
  return text.replace(/\s+/g, " ").trim() || "-";
}

/** A name-based UUID (version 5, RFC 9562): the same for the same thing, in every run. */
export function uuid(...name: readonly unknown[]): string {
  const bytes = createHash("sha1").update(namespace).update(JSON.stringify(name)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Our own namespace, a random UUID. */
const namespace = Buffer.from("7c1f6a52c0d94e3b9f0e5b8f2a64d1c3", "hex");
