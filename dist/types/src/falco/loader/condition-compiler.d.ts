import { type Condition, type Grammar } from "../language/index.js";
import type { Collector } from "./collector.js";
import type { Dependencies } from "./dependencies.js";
import { type Context } from "./diagnostic.js";
import type { Entry, ListEntry, MacroEntry } from "./entries.js";
import { type ListSubstitution } from "./lists.js";
import { type MacroProblem } from "./macros.js";
import type { StepRunner } from "./step-runner.js";
import type { TracedText } from "./traced-text.js";
/** The state of a compilation that conditions are parsed against. */
export interface ConditionScope {
    readonly collector: Collector;
    readonly grammar: Grammar;
    readonly lists: ReadonlyMap<string, ListEntry>;
    readonly listsInOrder: readonly ListEntry[];
    readonly macros: ReadonlyMap<string, MacroEntry>;
    readonly substitution: ListSubstitution;
    readonly dependencies: Dependencies<Entry> | undefined;
    readonly steps: StepRunner;
}
/** Parses conditions with the values of lists in them, and explains errors in their macros. */
export declare class ConditionCompiler {
    #private;
    constructor(scope: ConditionScope);
    parse(entry: Entry, source: TracedText, context: Context): {
        text: TracedText;
        condition: Condition;
    };
    failMacro(problem: MacroProblem, context: Context, owner: {
        info: {
            condition: TracedText;
        };
        text: TracedText;
    }): never;
}
