import type { EmbeddedStyle, Segment } from "./source-text.js";
export type ScalarStyle = EmbeddedStyle;
/**
 * Where the characters of a YAML scalar's value are in its source, so that an error inside an embedded
 * text or a condition can be shown at its own line and column.
 *
 * @param source the whole text
 * @param start offset of the scalar's first character: its quote, its `|` or `>`, or its first letter
 * @param end offset behind its last character
 */
export declare function scalarSegments(source: string, start: number, end: number, style: ScalarStyle, value: string): Segment[];
