import { type Compiled, type Condition, type Event, type OutputNames } from "../falco/index.js";
import type { Location } from "../project/index.js";
/** A rule as it is when all files of a test are loaded: exceptions and overrides are part of it. */
export interface LoadedRule {
    readonly name: string;
    /** Event source. */
    readonly source: string;
    /** Macros and lists are resolved. */
    readonly condition: Condition;
    readonly output: string;
    readonly enabled: boolean;
    /** Names of the exceptions that have values: each is an `and not` at the end of the condition. */
    readonly exceptions: readonly string[];
    /** Where it is defined. */
    readonly location: Location | undefined;
}
/** Rules that are loaded together, in the order in which the engine tries them. */
export interface LoadedRules {
    readonly rules: readonly LoadedRule[];
    /** Names of rules that are defined, and that Falco does not load. */
    readonly leftOut?: ReadonlySet<string>;
    /** What conditions and outputs can name in rules of an event source. */
    readonly names: (source: string) => OutputNames;
}
/** A rule that can be evaluated. */
export interface CompiledRule extends LoadedRule {
    readonly compiled: Compiled;
    readonly names: OutputNames;
    /** The output for an event. */
    readonly render: (event: Event) => string;
}
/** Compiled rules by name; what does not compile says why. */
export declare class RuleSet {
    #private;
    constructor(loaded: LoadedRules);
    get names(): Iterable<string>;
    find(name: string): CompiledRule | {
        readonly problem: string;
    } | undefined;
    /** The enabled rules of an event source that fire on an event, in the order of loading. */
    matching(source: string, event: Event): readonly CompiledRule[];
}
