import { type ScalarRules } from "./scalar.js";
/** @param indent the least column of the lines that continue it; undefined between brackets */
export declare function plainRules(indent: number | undefined): ScalarRules;
export declare function quotedRules(isSingle: boolean): ScalarRules;
/**
 * @param parent column of the block that holds it
 * @param indent columns that the header adds to that, undefined where the first line sets them
 */
export declare function blockRules(folded: boolean, chomp: ScalarRules["chomp"], parent: number, indent: number | undefined): ScalarRules;
