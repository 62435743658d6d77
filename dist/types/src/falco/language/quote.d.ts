/** A text as the engine prints it: quoted only if it holds a blank, a quote, an equals sign or a control character. */
export declare function quote(text: string, quotesEquals?: boolean): string;
/** Unescapes a quoted text; for an invalid escape, its offset in `body` and the reason. */
export declare function unquote(body: string, delimiter: string, hexEscapes: boolean): {
    text: string;
} | {
    offset: number;
    problem: string;
};
