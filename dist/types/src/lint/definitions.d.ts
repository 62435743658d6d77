import type { ListDefinition, MacroDefinition, RuleDefinition } from "../falco/index.js";
import type { FileSpan } from "../falco/traced-text.js";
import type { Place } from "../project/text.js";
import type { Ruleset } from "../stack/rules/ruleset.js";
type Definition = RuleDefinition | MacroDefinition | ListDefinition;
type Part = Definition["parts"][number];
/** Where something of a ruleset stands; undefined for what no file of the repository holds. */
export declare function placeIn({ sources }: Ruleset, { fileIndex, span }: FileSpan): Place | undefined;
/** The value of a key of an item, or the whole item where it lacks the key. */
export declare function keyPlace(ruleset: Ruleset, part: Part, key: string): Place | undefined;
/** The name of a definition, where it is defined for the last time. */
export declare function namePlace(ruleset: Ruleset, definition: Definition): Place | undefined;
/** The last item that gives a rule the key, as a place: the value of the key. */
export declare function lastPlace(ruleset: Ruleset, rule: RuleDefinition, key: string): Place | undefined;
/** Whether a rule of the repository runs: it is loaded and enabled, also by the selection and the priority of its deployment. */
export declare function runs({ stack }: Ruleset, rule: RuleDefinition): boolean;
export {};
