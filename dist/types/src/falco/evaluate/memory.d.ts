import type { Event } from "./event.js";
/**
 * The engine's cache while it evaluates a condition on an event. Checks that print alike share an entry, and so do
 * operands, even though `in ("")` prints as `in ()`, and `concat("proc.name", x)` as `concat(proc.name, x)`.
 */
export declare class Memory {
    #private;
    /** Wraps a computation so that all computations that print as `text` share one result for an event. */
    once<T>(text: string, compute: (event: Event) => T): (event: Event) => T;
}
