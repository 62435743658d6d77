/** Booleans of YAML 1.1, in lower case, upper case or capitalised. */
export declare function readBoolean(text: string): boolean | undefined;
/** A number of 32 bits without sign: decimal, hexadecimal after `0x`, octal after `0`. */
export declare function readUnsigned(text: string): number | undefined;
