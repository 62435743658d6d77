export declare function rawByte(byte: number): string;
/** The bytes that Falco sees. */
export declare function toBytes(text: string): Uint8Array;
/** Number of bytes of the text, or of its part from `start` to `end`. */
export declare function byteLength(text: string, start?: number, end?: number): number;
