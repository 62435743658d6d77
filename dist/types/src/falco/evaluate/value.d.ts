/** An address: 4 bytes for IPv4, 16 for IPv6. */
export interface Address {
    readonly address: Uint8Array;
}
/** A network: the address (4 or 16 bytes), of which the first `length` bits count. */
export interface Network {
    readonly network: Uint8Array;
    readonly length: number;
}
/** A value as the engine keeps it. Texts are bytes that may hold a NUL, at which most operators stop. */
export type EngineValue = bigint | number | boolean | Uint8Array | Address | Network;
/** The longest text that a condition can compare with, in bytes. */
export declare const maxTextBytes = 255;
/**
 * Reads a value of a condition as the engine does for a type, wraps and all.
 *
 * @param ports port numbers by service name
 */
export declare function parseLiteral(text: string, type: string, ports: ReadonlyMap<string, number>): {
    readonly value: EngineValue;
} | {
    readonly problem: string;
};
/** What is left of a number in a narrower type. */
export declare function wrap(value: bigint, kind: {
    readonly bits: number;
    readonly signed: boolean;
}): bigint;
/** With a dot it is IPv4, written in full without leading zeros; else IPv6. */
export declare function parseAddress(text: string): Address | undefined;
/** The bytes of a text up to its first NUL, which is where the engine's text operators stop. */
export declare function upToNul(bytes: Uint8Array): Uint8Array;
export declare function withoutTrailingNuls(bytes: Uint8Array): Uint8Array;
/** A value is compared with many others, so it keeps its string; a weak map would cost more than most strings. */
declare const asString: unique symbol;
interface Bytes extends Uint8Array {
    [asString]?: string;
}
/** A string that is equal for equal bytes, for sets and searches: one character a byte. */
export declare function binaryString(bytes: Bytes): string;
/** The bytes of a text, which know their string already where each character is one. */
export declare function bytesOf(text: string): Uint8Array;
/** A key that is equal for values that the engine finds equal in a set: of the same size and bytes. */
export declare function setKey(value: EngineValue): string;
export {};
