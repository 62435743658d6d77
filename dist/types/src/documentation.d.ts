/** The Markdown of a page below `docs`, which is in the package beside the program. */
export declare function readPage(file: string): string;
