import type { FileSpan, ListDefinition, MacroDefinition, RuleDefinition } from "../falco/index.js";
import type { Location } from "../project/index.js";
import { type Ruleset } from "../stack/index.js";
type Definition = RuleDefinition | MacroDefinition | ListDefinition;
type Part = Definition["parts"][number];
/** The rules, macros and lists of all rulesets. */
export declare function definitionsOf(rulesets: readonly Ruleset[]): Iterable<{
    readonly ruleset: Ruleset;
    readonly definition: Definition;
}>;
/** The location of something in a ruleset; undefined for what no file of the repository holds. */
export declare function locationIn({ sources }: Ruleset, { fileIndex, span }: FileSpan): Location | undefined;
/** The value of a key of an item, or the whole item where it lacks the key. */
export declare function keyLocation(ruleset: Ruleset, part: Part, key: string): Location | undefined;
/** The name of a definition, where it is defined for the last time. */
export declare function nameLocation(ruleset: Ruleset, definition: Definition): Location | undefined;
/** The last item that gives a rule the key, as a location: the value of the key. */
export declare function lastLocation(ruleset: Ruleset, rule: RuleDefinition, key: string): Location | undefined;
/** Whether a rule of the repository runs: it is loaded and enabled, also by the selection and the priority of its deployment. */
export declare function runs(ruleset: Ruleset, rule: RuleDefinition): boolean;
/** Whether a rule is enabled, and its priority high enough, after the selection of its deployment. */
export declare function isSwitchedOn({ stack }: Ruleset, rule: RuleDefinition): boolean;
export {};
