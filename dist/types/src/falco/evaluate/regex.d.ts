/**
 * Compiles a regular expression in the syntax of RE2's POSIX mode. It matches a {@link decodeValue decoded value} as a
 * whole. Undefined if the expression is invalid.
 */
export declare function compileRegex(expression: Uint8Array): ((value: string) => boolean) | undefined;
/** Decodes a value as text, with U+FFFD for bytes that are not UTF-8. */
export declare function decodeValue(bytes: Uint8Array): string;
