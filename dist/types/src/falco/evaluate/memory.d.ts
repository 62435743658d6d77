import type { Event } from "./event.js";
/**
 * What the engine remembers of a condition while it evaluates it on an event: it takes checks that print alike for
 * the same check, and so for operands, though `in ("")` prints as `in ()`, and `concat("proc.name", x)` as
 * `concat(proc.name, x)`.
 */
export declare class Memory {
    #private;
    /** The same for all that print as `text`: what the first of them to be asked of an event said of it. */
    once<T>(text: string, compute: (event: Event) => T): (event: Event) => T;
}
