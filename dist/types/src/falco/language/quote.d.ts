/** A text as the engine prints it: quoted only if it holds a blank, a quote, an equals sign or a control character. */
export declare function quote(text: string, quotesEquals?: boolean): string;
/** What a quoted text means, or the offset (into `body`) of an escape that is wrong, and why. */
export declare function unquote(body: string, delimiter: string, hexEscapes: boolean): {
    text: string;
} | {
    offset: number;
    problem: string;
};
