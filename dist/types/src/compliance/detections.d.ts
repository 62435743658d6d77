import { type LoadResult } from "../falco/index.js";
import { type LoadedMeasurement, Measurement, type Scenario, type SignalCorpus } from "../proof/index.js";
import { type Ruleset } from "../stack/index.js";
/** What the rules of each deployment detect of the reference events. */
export declare class Detections {
    #private;
    /** The reference events by signal. */
    readonly corpora: ReadonlyMap<string, SignalCorpus>;
    /**
     * @param corpora reference events by signal
     * @param upstream by the name of a rule whose text is not in the repository, the ids of the scenarios on which it fires
     */
    constructor(corpora: ReadonlyMap<string, SignalCorpus>, upstream: ReadonlyMap<string, ReadonlySet<string>>);
    /** The scenarios of a signal on which a rule fires as the ruleset loads it, and its deployment captures events. */
    of({ result, stack }: Ruleset, rule: string, corpus: SignalCorpus): ReadonlySet<Scenario>;
}
/** The rules of a ruleset whose texts are known, to be measured; only those of `rules` where they are given. */
export declare function loadMeasurement({ rules: all, engine, version }: LoadResult, measurement: Measurement, rules?: readonly import("../falco/index.js").RuleDefinition[]): LoadedMeasurement;
