import type { Grammar } from "./grammar.js";
import type { Lexer } from "./lexer.js";
/** Reports a token that cannot follow a complete check. */
export declare function failAfterCheck(lexer: Lexer, grammar: Grammar, closing?: string): never;
/** Reports a token that cannot be the operator of a check. */
export declare function failOperator(lexer: Lexer, grammar: Grammar): never;
