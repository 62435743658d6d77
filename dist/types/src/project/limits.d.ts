/** How much a check may take in all. Work asks between its steps; reaching a limit ends the check with a word. */
export declare class Limits {
    #private;
    /** Most files to read. */
    readonly maxFiles: number;
    /** Most bytes of files to read, in all. */
    readonly maxBytes: number;
    /** @param options `seconds` count from now on */
    constructor(options?: {
        readonly seconds?: number;
        readonly maxFiles?: number;
        readonly maxBytes?: number;
    });
    /** @throws UsageError when the time or the memory is used up */
    check(): void;
}
