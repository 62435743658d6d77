/**
 * A regular expression in the syntax of RE2's POSIX mode, which must match the whole of a {@link decodeValue decoded
 * value}; undefined if broken.
 */
export declare function compileRegex(expression: Uint8Array): ((value: string) => boolean) | undefined;
/** A value as text, in which U+FFFD stands for what is no UTF-8. */
export declare function decodeValue(bytes: Uint8Array): string;
