import type { Ruleset } from "../stack/index.js";
/**
 * The new names of rules by their old ones: rules that are gone, each with one that is new and proven to match, report
 * and rank the same. Where several are, the first in load order.
 */
export declare function renamedRules(before: readonly Ruleset[], after: readonly Ruleset[]): ReadonlyMap<string, string>;
