import type { Collector, MacroInfo, RuleInfo, Warn } from "./collector.js";
import type { Condition } from "./condition/ast.js";
import { type Diagnostic } from "./diagnostic.js";
import type { EventTypeAnalysis, EventTypes } from "./event-types.js";
import type { EventTable } from "./events.js";
import type { LoaderFeatures } from "./features.js";
import type { FieldTable } from "./fields.js";
import { type MacroState } from "./macros.js";
import { type OutputToken } from "./output.js";
import type { SourceScalar } from "./traced-text.js";
import { TracedText } from "./traced-text.js";
/** What rules are compiled against. */
export interface CompileEnvironment {
    readonly fields: FieldTable;
    readonly events: EventTable;
    readonly eventTypes: EventTypeAnalysis;
    readonly features: LoaderFeatures;
}
export interface CompiledList {
    readonly name: string;
    /** With the items of the lists that it names, of those that the engine sees. */
    readonly items: readonly SourceScalar[];
    used: boolean;
}
export interface CompiledMacro extends MacroState {
    readonly info: MacroInfo;
    /** What `condition` was parsed from: with the values of lists. */
    readonly text: TracedText;
}
export interface CompiledRule {
    readonly info: RuleInfo;
    /** What `resolved` was parsed from: with exceptions and the values of lists. */
    readonly text: TracedText;
    readonly resolved?: Condition;
    readonly output: string;
    readonly outputTokens: readonly OutputToken[];
    /** Undefined for rules of plugins' events, and where the condition is broken. */
    readonly eventTypes?: EventTypes;
    /** Whether Falco runs it: a rule of an unknown source or with an unknown field may be left out. */
    readonly loaded: boolean;
}
export interface Compiled {
    readonly lists: ReadonlyMap<string, CompiledList>;
    readonly macros: ReadonlyMap<string, CompiledMacro>;
    readonly rules: ReadonlyMap<string, CompiledRule>;
}
/** Who hears of what is wrong. */
export interface CompileReport {
    readonly warn: Warn;
    /** Whether to go on with the next definition. */
    readonly fail: (error: Diagnostic, follows: boolean) => boolean;
}
/** Compiles all definitions, as the engine does after each file. What was compiled before an error is kept. */
export declare function compileDefinitions(collector: Collector, environment: CompileEnvironment, report: CompileReport): Compiled;
