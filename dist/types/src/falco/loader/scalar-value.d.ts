/** Booleans of YAML 1.1, in lower or upper case or with a capital. */
export declare function readBoolean(text: string): boolean | undefined;
/** A number of 32 bits without sign: decimal, hexadecimal after `0x`, octal after `0`. */
export declare function readUnsigned(text: string): number | undefined;
