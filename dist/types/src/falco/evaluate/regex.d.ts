/** A regular expression that must match the whole value, in the syntax of RE2's POSIX mode; undefined if broken. */
export declare function compileRegex(expression: Uint8Array): ((text: Uint8Array) => boolean) | undefined;
