/** What the lines of a YAML text show without parsing it. */
export interface Outline {
    /** The lines that are structure: without comments of their own line, and without what block scalars hold. */
    readonly structure: string;
    /** Its documents that hold anything. */
    readonly documents: readonly DocumentOutline[];
}
export interface DocumentOutline {
    /** Keys of the map at the root. */
    readonly keys: ReadonlySet<string>;
    /** Keys of the maps in the list at the root. */
    readonly itemKeys: ReadonlySet<string>;
}
/**
 * Reads a text line by line. Only block style is read: of a text in flow style, such as JSON, no keys are seen.
 * Broken YAML and templates have an outline too.
 */
export declare function outlineOf(content: string): Outline;
