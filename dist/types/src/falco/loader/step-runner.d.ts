import type { Warn } from "./collector.js";
import { type Diagnostic } from "./diagnostic.js";
import type { Entry, ReferableEntry, StepDiagnostic, StepName } from "./entries.js";
/** Diagnostic sink for one compilation. */
export interface CompileReport {
    readonly warn: Warn;
    /** Reports an error; returns whether to continue with the next definition. */
    readonly fail: (error: Diagnostic, follows: boolean) => boolean;
}
/** Ends the compilation at the first error. */
export declare class Stopped extends Error {
}
/** Ends the compilation of one rule, which Falco then skips. */
export declare class LeftOut extends Error {
}
/** Runs the steps of a compilation, and keeps the diagnostics and references of each. */
export declare class StepRunner {
    #private;
    /** Whether the current compilation reported an error. */
    failed: boolean;
    readonly unused: Set<ReferableEntry>;
    start(report: CompileReport): void;
    /** Runs a step, or repeats its earlier diagnostics. */
    take(name: StepName, entry: Entry, run: () => void): void;
    report(diagnostic: StepDiagnostic): void;
    use(used: ReferableEntry): void;
    attempt(step: () => void): void;
    warn(warning: Parameters<Warn>[0]): void;
}
