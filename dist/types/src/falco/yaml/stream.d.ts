/** A position in a rules file as yaml-cpp counts: from 0, columns and offsets in bytes of UTF-8. */
export interface Mark {
    readonly line: number;
    readonly column: number;
    /** Bytes from the start of the file. */
    readonly offset: number;
    /** UTF-16 units from the start of the text. */
    readonly index: number;
}
/** Characters of a text one by one, with the position of the next one. */
export declare class Stream {
    #private;
    readonly text: string;
    index: number;
    line: number;
    column: number;
    constructor(text: string);
    get ended(): boolean;
    get mark(): Mark;
    /** Code of the character `ahead` of the next one, NaN after the end. */
    peek(ahead?: number): number;
    /** Takes the next character and returns its code. */
    take(): number;
    skip(count: number): void;
    resetColumn(): void;
}
export declare const lineFeed = 10;
export declare const carriageReturn = 13;
export declare const space = 32;
export declare const tab = 9;
