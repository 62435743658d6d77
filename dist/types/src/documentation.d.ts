/** The Markdown of a page below `docs`, which is in the package next to the program. */
export declare function readPage(file: string): string;
