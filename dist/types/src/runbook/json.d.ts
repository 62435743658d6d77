import type { Span } from "../project/text.js";
/** What is wrong with a text, and where. */
export interface SyntaxProblem {
    readonly span: Span;
    readonly message: string;
}
/** The first place at which a text is no JSON: one value, or several behind each other as `jq` prints them. */
export declare function jsonProblem(text: string): SyntaxProblem | undefined;
