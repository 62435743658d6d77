import { type Grammar } from "./condition/grammar.js";
import type { PrintStyle } from "./condition/print.js";
import { type FalcoVersion, type VersionNumbers } from "./versions.js";
/** What the loader of a version of Falco does. Source: the rules engine at each release. */
export interface LoaderFeatures {
    readonly engineVersion: VersionNumbers;
    readonly grammar: Grammar;
    /** The version that a `required_engine_version` of one number means. */
    readonly implicitEngineVersion: (number: number) => VersionNumbers;
    /** Whether `append` and `enabled` alone are warned of as deprecated. */
    readonly warnsOfAppend: boolean;
    /** Whether names that conditions cannot use, exceptions with one name and those that add nothing are warned of. */
    readonly warnsOfNames: boolean;
    /** Whether values that look like fields and regular expressions that need to be none are warned of. */
    readonly warnsOfValues: boolean;
    readonly warnsOfUnknownKeys: boolean;
    /** Whether a file is held against a schema first, which breaks off at a key that is no text. */
    readonly validatesSchema: boolean;
    /** Whether rules can ask for a capture file. */
    readonly capture: boolean;
    /** Keys of a rule that `override` can replace. */
    readonly replaceableKeys: readonly string[];
    /** Whether items that change a rule have to name its source, if they name one. */
    readonly checksSourceOfChanges: boolean;
    /** Whether a condition with exceptions is put into parentheses before those are added. */
    readonly parenthesizes: boolean;
    readonly printStyle: PrintStyle;
    /** Whether what is wrong with a check is reported at the check, and not at what the engine looked at last. */
    readonly locatesChecks: boolean;
    /** Whether operators are held against the types of fields, and not only found to fail on an event. */
    readonly checksOperators: boolean;
    /** Whether the output of a rule is checked before its condition is read. */
    readonly checksOutputFirst: boolean;
    /** Whether regular expressions are checked, and not only found to match nothing. */
    readonly checksPatterns: boolean;
    /** What warnings on the fields of a condition are reported for. */
    readonly fieldWarningsAt: "condition expression" | "rule condition" | "rule";
    /** Whether a rule that is left out for an unknown field is reported at the place in its condition. */
    readonly locatesUnknownFilter: boolean;
    /** Whether exceptions take operators with a modifier, and blanks around operators. */
    readonly exceptionModifiers: boolean;
    /** Fields that are warned of as they went with the enter events. */
    readonly deprecatedFields: readonly string[];
    /** Whether `%container.info` is warned of and taken out of outputs. */
    readonly dropsContainerInfo: boolean;
    /** What `%container.info` stands for where it is not taken out. */
    readonly containerInfo: string;
    /** Whether a condition that is never true is warned of as one without event types. */
    readonly warnsOfNoEvents: boolean;
    /** Whether checks of `syscall.type` tell the event types. */
    readonly knowsSyscallType: boolean;
    /** Whether the engine knows that `evt.num` is 1 or more. */
    readonly knowsEventNumbers: boolean;
}
export declare function featuresOf({ falco, engine }: FalcoVersion): LoaderFeatures;
