import { type Location, type Source } from "../project/index.js";
import type { Catalog, Vocabulary } from "./catalog.js";
/** A framework of the user's own, as its file has it. */
export interface FrameworkFile {
    readonly source: Source;
    /** Without what does not follow the format; undefined when the file does not even say which framework it is. */
    readonly catalog: Catalog | undefined;
    /** What does not follow the format, or names something that does not exist. */
    readonly errors: readonly FrameworkError[];
}
interface FrameworkError extends Location {
    readonly message: string;
}
/** What controls may name, by the key under which they do. */
export type Words = Readonly<Record<"signals" | "properties", ReadonlySet<string>>>;
export declare function wordsOf({ signals, properties }: Vocabulary): Words;
/** Reads a framework file, however wrong it is. */
export declare function readFrameworkFile(source: Source, words: Words): FrameworkFile;
export {};
