import { type Condition, type Vocabulary } from "../../falco/index.js";
import type { Scenario } from "./corpus.js";
/** A rule as a Falco loads it. */
export interface MeasuredRule {
    readonly name: string;
    /** Event source. */
    readonly source: string;
    /** With exceptions, macros and lists resolved. */
    readonly condition: Condition;
    /** Names of the kernel events that it can match; undefined where that is not known. */
    readonly eventTypes: ReadonlySet<string> | undefined;
}
/** Tells which rules detect which scenarios. A condition that several Falcos load is compiled and run once. */
export declare class Measurement {
    #private;
    /**
     * Rules that are loaded together, to be measured.
     *
     * @param version of Falco, as what conditions can name differs
     * @param vocabularies what can be named in conditions on events of a source
     */
    load(rules: readonly MeasuredRule[], version: string, vocabularies: (source: string) => Vocabulary): LoadedMeasurement;
}
export interface LoadedMeasurement {
    /** The names of the rules that fire on an event of as many runs of the scenario as it asks for. */
    readonly rulesOn: (scenario: Scenario) => readonly string[];
}
