import { type FieldUse, type RuleDefinition } from "../falco/index.js";
import type { Location } from "../project/index.js";
import type { Ruleset } from "../stack/index.js";
/** The fields of a rule's output where a file of the repository has them. */
export declare function outputFields({ output, outputFields: names, source }: RuleDefinition, { result, sources }: Ruleset): Iterable<{
    readonly field: FieldUse;
    readonly at: Location;
}>;
/**
 * Fields of a rule's output before brackets that are none of theirs, as `%proc.aname[2x]`: a field that takes an
 * argument, but not this one.
 */
export declare function fieldsBeforeBrackets({ output, outputFields: names, source }: RuleDefinition, { result, sources }: Ruleset): Iterable<{
    readonly name: string;
    readonly brackets: string;
    readonly at: Location;
}>;
