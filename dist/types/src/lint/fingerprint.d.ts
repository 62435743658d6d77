import type { Finding } from "./finding.js";
/**
 * Names findings so that the name stays when lines above come and go: by rule, file, the line's text with its
 * blanks made one, and the number among equals. Findings are to come in the order of their places.
 *
 * @param source the text of a file
 * @returns 32 hexadecimal digits for each finding it is given
 */
export declare function fingerprinter(source: (file: string) => string | undefined): (finding: Pick<Finding, "rule" | "file" | "line">) => string;
