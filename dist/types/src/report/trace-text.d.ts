import { type Chain, type LoadedRule } from "../stack/index.js";
/**
 * The way of a rule's alerts through each deployment as text: what holds, with its place, and why it ends.
 *
 * @param rule as the first ruleset that has it loads it
 */
export declare function traceText(rule: LoadedRule, chains: readonly Chain[], color: boolean): string;
