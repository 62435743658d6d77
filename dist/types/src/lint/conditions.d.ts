import { type Check, type CompiledCheck, type Condition, type FieldUse, type MacroDefinition, type RuleDefinition, type TracedText, type Value, type Vocabulary } from "../falco/index.js";
import type { Location, Span } from "../project/index.js";
import { type Ruleset } from "../stack/index.js";
/**
 * The conditions of all rules and macros, each once however many rules use it. Those of rules have their
 * exceptions in them; all have the values of lists, and macros stay names.
 */
export declare function conditionsOf(rulesets: readonly Ruleset[]): Iterable<WrittenCondition>;
/** What the conditions of one ruleset have in common. */
declare class Scope {
    #private;
    readonly ruleset: Ruleset;
    /** Lists whose values are not available. */
    readonly openLists: ReadonlySet<string>;
    readonly macros: Map<string, WrittenCondition>;
    constructor(ruleset: Ruleset);
    /** A macro may be for any source, so the first that has a field counts. */
    vocabulary(source: string | undefined): Vocabulary;
    use(check: Check): Use;
}
/** Whether rules want a check to hold, or want it not to, all macros and negations on the way counted. */
export interface Use {
    wanted: boolean;
    unwanted: boolean;
}
export declare class WrittenCondition {
    #private;
    readonly owner: RuleDefinition | MacroDefinition;
    readonly ruleset: Ruleset;
    readonly condition: Condition;
    constructor(scope: Scope, owner: RuleDefinition | MacroDefinition, condition: Condition);
    /** What the spans of the condition lead into. */
    get text(): TracedText;
    get vocabulary(): Vocabulary;
    /** Undefined for what no file of the repository holds. */
    location(span: Span): Location | undefined;
    /** The text of the file from the first character of a part to its last. */
    written(span: Span): string | undefined;
    /** A part for a message: on one line, not too long, and with the names of lists where a file holds it as a whole. */
    quote({ span }: Condition): string;
    /** The condition of a macro that this one names; undefined where it is not available. */
    macro(name: string): WrittenCondition | undefined;
    /** The checks that compile, from left to right, without those of its macros. */
    get checks(): readonly WrittenCheck[];
    /** The check that a part of the condition is; undefined where it is none, or does not compile. */
    checkAt(node: Condition): WrittenCheck | undefined;
    /** Whether a value is the name of a list whose values are not available. */
    isOpenList({ text, quoted }: Value): boolean;
}
/** A check of a condition, with its location in a file. */
export declare class WrittenCheck {
    #private;
    readonly in: WrittenCondition;
    readonly check: Check;
    readonly compiled: CompiledCheck;
    /** The parts of the condition around the check, from the inside out. */
    readonly path: readonly Condition[];
    readonly use: Use;
    /** Whether there are more values to compare with, in lists that are not available. */
    readonly open: boolean;
    constructor(condition: WrittenCondition, check: Check, compiled: CompiledCheck, path: readonly Condition[], use: Use, open: boolean);
    /** The field on the left, where no transformer is applied to it. */
    get field(): FieldUse | undefined;
    /** The literals that the field is compared with, as far as they are available. */
    get values(): readonly Value[];
    /** The location of the check. */
    get location(): Location | undefined;
    /** Whether a value is written in the check itself, and not in a list that it names. */
    holds({ span }: Value): boolean;
    /**
     * Left and right side as the file has them, with names of lists and line breaks. Undefined where the check does
     * not be contiguous in a file, as in an exception, or not as the engine sees it, as between quotes of YAML.
     */
    get written(): {
        readonly at: Location;
        readonly left: string;
        readonly right: string;
    } | undefined;
}
/** The parts of an `and` or an `or`, with those of the same kind in parentheses; another condition itself. */
export declare function partsOf(node: Condition, kind: "and" | "or"): Iterable<Condition>;
export {};
