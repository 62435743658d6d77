/**
 * The few WASI calls that a Go program makes when it neither reads files nor talks to a network.
 * Everything is deterministic: the clock counts calls, "random" bytes follow from a constant, no
 * argument, no environment, no file. So the same text always gives the same verdict, and the build
 * can store a program that has already started.
 */
/** The program ended itself: Go's runtime does so on a fatal error. `output` is what it printed. */
export declare class ProgramExit extends Error {
    name: string;
    readonly code: number;
    readonly output: string;
    constructor(code: number, output: string);
}
export interface Wasi {
    readonly imports: WebAssembly.ModuleImports;
    /** To be set before the first call into the program. */
    memory: WebAssembly.Memory | undefined;
    /** The start of what the program has printed, which says why it ended where it did not end itself. */
    readonly output: string;
}
/** @param start where the clock starts, in nanoseconds; a program restored from a snapshot must see it go on. */
export declare function createWasi(start: bigint): Wasi;
