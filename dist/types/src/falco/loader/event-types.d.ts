import type { EventTable } from "../catalog/index.js";
import type { Comparison, Condition } from "../language/index.js";
/** The events for which a condition can be true. */
export interface EventTypes {
    /** Number of the engine's event codes; one name can have many. Falco warns above 100. */
    readonly codes: number;
    /** Names of the events and of the system calls that raise them. */
    readonly names: ReadonlySet<string>;
}
/** Why the engine cannot derive the events of a condition and stops loading. */
export interface EventTypeProblem {
    readonly problem: string;
    readonly node: Comparison | Condition;
}
/** Derives the events of conditions as the engine does: with sets, and with negation moved to the checks. */
export declare class EventTypeAnalysis {
    #private;
    constructor(table: EventTable, options: {
        knowsEventNumbers: boolean;
        knowsSyscallType: boolean;
    });
    /** Of a resolved condition. */
    of(condition: Condition): EventTypes | EventTypeProblem;
}
