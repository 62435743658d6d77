import type { EventTable } from "../catalog/index.js";
import type { Comparison, Condition } from "../language/index.js";
/** The events that a condition can be true for. */
export interface EventTypes {
    /** Number of the engine's event codes, of which one name may have many. Above 100, Falco warns. */
    readonly codes: number;
    /** Names of the events and of the system calls that raise them. */
    readonly names: ReadonlySet<string>;
}
/** Why the engine cannot tell the events of a condition, and gives up loading. */
export interface EventTypeProblem {
    readonly problem: string;
    readonly node: Comparison | Condition;
}
/** Works out the events of conditions, as the engine does: with sets, and with negation at the checks. */
export declare class EventTypeAnalysis {
    #private;
    constructor(table: EventTable, options: {
        knowsEventNumbers: boolean;
        knowsSyscallType: boolean;
    });
    /** Of a resolved condition. */
    of(condition: Condition): EventTypes | EventTypeProblem;
}
