import { type IdForms } from "./id-matching.js";
/** How tags of Falco rules name controls of a framework; its catalog says it. */
export interface TagForms {
    readonly prefix: string;
    readonly example: string;
    /** Other prefixes in circulation. */
    readonly also?: readonly string[];
    /** What may come between prefix and id, such as an edition. */
    readonly between?: readonly string[];
    /** Letters that ids begin with, or `number`. */
    readonly starts?: readonly string[];
}
/** A compliance tag of a Falco rule, such as `PCI_DSS_10.2.1.1` or `SOC2_CC6.8`. */
export interface ComplianceTag {
    readonly framework: string;
    /** The control id as written in the tag. */
    readonly controlId: string;
}
/** A tag that begins with a framework's prefix and goes on with no id. */
export interface UnreadableTag {
    /** The framework's name. */
    readonly framework: string;
    readonly example: string;
    /** The text behind the prefix. */
    readonly rest: string;
}
interface TaggedFramework {
    readonly id: string;
    readonly name: string;
    readonly ids?: IdForms;
    readonly tags?: TagForms | undefined;
}
/** Reads tags by the forms that frameworks declare. */
export declare class TagReader {
    #private;
    constructor(frameworks: Iterable<TaggedFramework>);
    /** The control that a tag names; undefined for any other tag. */
    read(tag: string): ComplianceTag | undefined;
    /** The framework that a tag seems to be meant for, where {@link read} finds no control in it. */
    readUnreadable(tag: string): UnreadableTag | undefined;
}
/** How a tag for a control is written. */
export declare function writeComplianceTag({ id, tags }: TaggedFramework, controlId: string): string;
export {};
