import type { EngineFeatures, EventTable, FieldTable } from "../catalog/index.js";
import type { Collector } from "./collector.js";
import type { ConditionCompiler } from "./condition-compiler.js";
import type { MacroEntry, RuleEntry } from "./entries.js";
import type { EventTypeAnalysis } from "./event-types.js";
import type { MacroResolver } from "./macros.js";
import { type StepRunner } from "./step-runner.js";
/** The environment of rules. */
export interface CompileEnvironment {
    readonly fields: FieldTable;
    readonly events: EventTable;
    readonly eventTypes: EventTypeAnalysis;
    readonly features: EngineFeatures;
}
/** The state of a compilation that rules are compiled against. */
export interface RuleScope {
    readonly collector: Collector;
    readonly environment: CompileEnvironment;
    readonly macros: ReadonlyMap<string, MacroEntry>;
    readonly resolver: MacroResolver;
    readonly conditions: ConditionCompiler;
    readonly steps: StepRunner;
}
/** Compiles rules: output, condition, checks of fields, event types. */
export declare class RuleCompiler {
    #private;
    constructor(scope: RuleScope);
    /** Forgets the checkers, which skip the names of lists in files that are not available. */
    forgetCheckers(): void;
    compile(entry: RuleEntry): void;
}
