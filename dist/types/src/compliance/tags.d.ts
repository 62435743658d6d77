/** A compliance tag of a Falco rule, such as `PCI_DSS_10.2.1.1` or `SOC2_CC6.8`. */
export interface ComplianceTag {
    readonly framework: string;
    /** The control id as written in the tag. */
    readonly controlId: string;
}
/** Reads a tag as the name of a control; undefined for any other tag. */
export declare function readComplianceTag(tag: string): ComplianceTag | undefined;
/** How a tag for a control is written. */
export declare function writeComplianceTag(framework: string, controlId: string): string;
