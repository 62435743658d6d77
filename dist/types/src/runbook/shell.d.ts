import type { SyntaxProblem } from "./json.js";
/** The first position at which bash cannot parse a script; undefined where it can. */
export declare function shellProblem(script: string): SyntaxProblem | undefined;
