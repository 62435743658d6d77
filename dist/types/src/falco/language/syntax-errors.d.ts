import type { Grammar } from "./grammar.js";
import type { Lexer } from "./lexer.js";
/** Reports what cannot follow a complete check. */
export declare function failAfterCheck(lexer: Lexer, grammar: Grammar, closing?: string): never;
/** Reports what cannot be the operator of a check. */
export declare function failOperator(lexer: Lexer, grammar: Grammar): never;
