import type { Collector } from "./collector.js";
import { type Compiled, type CompiledRule, ListEntry, MacroEntry } from "./entries.js";
import { type CompileEnvironment } from "./rule-compiler.js";
import { type CompileReport } from "./step-runner.js";
/**
 * Compiles all definitions of a collector. The engine compiles everything again after each file and repeats its
 * diagnostics; this class compiles only what a file affects.
 */
export declare class Compiler implements Compiled {
    #private;
    readonly lists: Map<string, ListEntry>;
    readonly macros: Map<string, MacroEntry>;
    /** @param files number of compilations to come */
    constructor(collector: Collector, environment: CompileEnvironment, files: number);
    /** The rules, compiled as far as possible, in the order of first definitions. */
    get rules(): ReadonlyMap<string, CompiledRule>;
    /** Updates everything from the collector, and reports the diagnostics of all of it. */
    compile(report: CompileReport): void;
}
