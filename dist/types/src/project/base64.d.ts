/** The text that is encoded as base64; undefined for anything that is not base64 of UTF-8 text. */
export declare function fromBase64(encoded: string): string | undefined;
