export declare function rawByte(byte: number): string;
/** The bytes that Falco sees. */
export declare function toBytes(text: string): Uint8Array;
/** The text as Falco prints it, with invalid UTF-8 replaced. */
export declare function printable(text: string): string;
/** The first `count` bytes of the text as Falco prints them. */
export declare function firstBytes(text: string, count: number): string;
/** Number of bytes of the text, or of its part from `start` to `end`. */
export declare function byteLength(text: string, start?: number, end?: number): number;
