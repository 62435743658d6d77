export declare const percent: number | undefined, openBracket: number | undefined, closeBracket: number | undefined, openBrace: number | undefined, closeBrace: number | undefined;
export declare const comma: number | undefined, dash: number | undefined, colon: number | undefined, question: number | undefined, star: number | undefined, ampersand: number | undefined;
export declare const exclamation: number | undefined, pipe: number | undefined, greater: number | undefined, hash: number | undefined, single: number | undefined, double: number | undefined;
export declare const dot: number;
/** Characters that a plain scalar cannot start with. */
export declare const indicators: Set<number>;
export declare const flowEnds: Set<number>;
export declare const flowPlainEnds: Set<number>;
export declare const anchorStops: Set<number>;
export declare const anchorEnds: Set<number>;
