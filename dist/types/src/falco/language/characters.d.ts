export declare function isLetter(code: number): boolean;
export declare function isLetterOrDigit(code: number): boolean;
export declare function isWordCharacter(code: number): boolean;
export declare function isQuote(code: number): boolean;
/** Blank between tokens. */
export declare function isBlank(code: number): boolean;
/** Blank that ends a bare word. */
export declare function isSpace(code: number): boolean;
export declare function isArgumentCharacter(code: number): boolean;
export declare function isBareCharacter(code: number): boolean;
