import type { Result } from "./result.js";
/** What the program is told; the schemas follow. */
export interface ProgramOptions {
    strict?: boolean;
    ignoreMissingSchemas?: boolean;
    skip?: readonly string[];
    reject?: readonly string[];
}
/** The section of a program whose memory is in a file beside: see `detachMemory` in scripts/snapshot.ts. */
export declare const MEMORY_SECTION = "memory";
export declare class Instance {
    private readonly exports;
    private constructor();
    /**
     * @param module the stored program, which has already started
     * @param folder where it is from
     */
    static from(module: WebAssembly.Module, folder: URL): Instance;
    static of(instance: WebAssembly.Instance): Instance;
    /** Bytes of memory in use; it never shrinks. */
    get size(): number;
    addBuiltIns(lines: string): void;
    /** To be called once, before the program is stored. */
    settle(): void;
    create(options: ProgramOptions): void;
    addDefinitions(lines: string | Uint8Array): void;
    /** @throws Error where the schema is not readable. */
    addSchema(schema: {
        key?: string;
        url: string;
        schema: unknown;
    }): void;
    kinds(): string[];
    validate(text: string): Result[];
    /** Puts an input into the buffer and says how many bytes it has. */
    private write;
    private read;
}
