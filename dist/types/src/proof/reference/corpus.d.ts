import type { FieldMap } from "./event-fields.js";
import { type DataKind, type Organisation } from "./organisation.js";
import type { Profiles, SignalFile } from "./signal-file.js";
/** An event that can be evaluated. */
export interface ReferenceEvent {
    /** Event source. */
    readonly source: string;
    /** The kind of a kernel event, such as `openat`; undefined for events of plugins. */
    readonly type: string | undefined;
    /** All its fields; worked out when first asked for. */
    readonly values: FieldMap;
}
/** An act with the values of the organisation: what a rule detects or not. */
export interface Scenario {
    /** Unlike that of any other scenario. */
    readonly id: string;
    /** The kind of data that it is about, if any. */
    readonly data: DataKind | undefined;
    /** The path in it that nobody has. */
    readonly placeholder: string | undefined;
    /**
     * In how many of the runs a rule has to fire: an attack is detected where every run of it is, and everyday behaviour raises
     * alerts where any does.
     */
    readonly counted: "every" | "any";
    /** The act once for each value of the organisation. */
    readonly runs: readonly (readonly ReferenceEvent[])[];
}
export interface Attack {
    readonly name: string;
    /** Of MITRE ATT&CK. */
    readonly technique: string;
    readonly scenarios: readonly Scenario[];
}
/** Something legitimate that looks like an attack. */
export interface EverydayAct {
    readonly name: string;
    /** The product or the kind of workload that does it. */
    readonly who: string;
    readonly scenarios: readonly Scenario[];
}
/** The reference events of a signal. */
export interface SignalCorpus {
    readonly signal: string;
    readonly attacks: readonly Attack[];
    readonly everyday: readonly EverydayAct[];
}
/**
 * The reference events of signals, with the values of an organisation.
 *
 * @param files those of one signal are taken together; of two acts of one name the later counts
 * @param shared profiles that every file may name
 * @throws TemplateError when events are asked for of which one names a profile that does not exist
 */
export declare function readCorpora(files: readonly SignalFile[], shared: Profiles, organisation: Organisation): ReadonlyMap<string, SignalCorpus>;
