import type { SyntaxProblem } from "./json.js";
/**
 * The first place at which a shell cannot read a script: a quote, bracket, here-document or `if`, `do`, `case` that
 * does not end, a word that stands where none can. Reads what bash reads; what it cannot tell it takes as fine.
 */
export declare function shellProblem(script: string): SyntaxProblem | undefined;
