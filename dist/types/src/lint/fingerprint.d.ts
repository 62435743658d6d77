import type { Finding } from "./finding.js";
/**
 * Names findings so that the name stays when lines above come and go: by rule, file, the line's text with its
 * runs of spaces made one, and the number among equals. Findings must come in the order of their locations.
 *
 * @param source the text of a file
 * @returns 32 hexadecimal digits for each finding it is given
 */
export declare function fingerprinter(source: (file: string) => string | undefined): (finding: Pick<Finding, "rule" | "file" | "line">) => string;
