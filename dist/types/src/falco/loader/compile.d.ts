import type { Collector } from "./collector.js";
import { type Compiled, type CompiledRule, ListEntry, MacroEntry } from "./entries.js";
import { type CompileEnvironment } from "./rule-compiler.js";
import { type CompileReport } from "./step-runner.js";
/**
 * Compiles all definitions of a collector. The engine does it anew after each file and says all again; here only
 * what a file touches is compiled anew.
 */
export declare class Compiler implements Compiled {
    #private;
    readonly lists: Map<string, ListEntry>;
    readonly macros: Map<string, MacroEntry>;
    /** @param files number of times that it will compile */
    constructor(collector: Collector, environment: CompileEnvironment, files: number);
    /** The rules that were compiled, as far as that went, in the order of first definitions. */
    get rules(): ReadonlyMap<string, CompiledRule>;
    /** Brings all up to date with the collector, and says what there is to say of all of it. */
    compile(report: CompileReport): void;
}
