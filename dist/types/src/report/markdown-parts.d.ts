import type { RenderContext } from "./report.js";
/** A cell is for reading; a name of a megabyte would take the room of all others. */
export declare function clip(text: string): string;
/** A file and line as code, with a link where the files can be read. */
export declare function location(file: string, line: number | undefined, context: RenderContext): string;
