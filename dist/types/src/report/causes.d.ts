import type { Finding, Severity } from "../lint/index.js";
/** Findings that one change of the files is likely to remove. */
export interface Cause {
    readonly first: Finding;
    /** The other findings with the very same message. */
    readonly same: readonly Finding[];
    /** Findings whose message differs in what it quotes alone, such as another rule's name. */
    readonly alike: readonly Finding[];
}
/**
 * Findings by cause, errors first, then in the order given, which is by file.
 *
 * @param alike whether findings count as one cause that differ in what their message quotes
 */
export declare function causesOf(findings: readonly Finding[], alike: boolean): Cause[];
/** How many findings there are of each lint rule, errors first, the most frequent first. */
export declare function countByRule(findings: readonly Finding[]): {
    readonly severity: Severity;
    readonly rule: string;
    readonly number: number;
}[];
