import type { Span } from "../project/index.js";
/** What is wrong with a text, and where. */
export interface SyntaxProblem {
    readonly span: Span;
    readonly message: string;
}
/** The first position at which a text is not JSON: one value, or several in a row as `jq` prints them. */
export declare function jsonProblem(text: string): SyntaxProblem | undefined;
