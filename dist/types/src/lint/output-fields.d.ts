import type { FieldUse } from "../falco/evaluate/operand.js";
import { type RuleDefinition } from "../falco/index.js";
import type { Place } from "../project/text.js";
import type { Ruleset } from "../stack/rules/ruleset.js";
/** The fields of a rule's output where a file of the repository has them. */
export declare function outputFields({ output, outputFields: names, source }: RuleDefinition, { result, sources }: Ruleset): Iterable<{
    readonly field: FieldUse;
    readonly at: Place;
}>;
/**
 * Fields of a rule's output before brackets that are none of theirs, as `%proc.aname[2x]`: a field that takes an
 * argument, but not this one.
 */
export declare function fieldsBeforeBrackets({ output, outputFields: names, source }: RuleDefinition, { result, sources }: Ruleset): Iterable<{
    readonly name: string;
    readonly brackets: string;
    readonly at: Place;
}>;
