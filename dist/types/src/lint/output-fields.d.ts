import type { FieldUse } from "../falco/evaluate/operand.js";
import { type RuleDefinition } from "../falco/index.js";
import type { Place } from "../project/text.js";
import type { Ruleset } from "../stack/ruleset.js";
/** The fields of a rule's output where a file of the repository has them. */
export declare function outputFields({ output, outputFields: names, source }: RuleDefinition, { result, sources }: Ruleset): Iterable<{
    readonly field: FieldUse;
    readonly at: Place;
}>;
