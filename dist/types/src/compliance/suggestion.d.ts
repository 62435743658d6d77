import type { Signal } from "./catalog.js";
import type { Compliance } from "./compliance.js";
import type { Control } from "./framework.js";
/** A rule that would cover a control. */
export interface Suggestion {
    readonly rule: string;
    /** Why, as the end of a sentence that starts with the rule's name. */
    readonly because: string;
}
/** Says which rules would cover controls that nothing covers. */
export declare class Suggester {
    #private;
    /** @param loaded names of the rules that are loaded, upstream's among them */
    constructor(compliance: Compliance, signals: ReadonlyMap<string, Signal>, loaded: ReadonlySet<string>);
    /** At most three, the best first: the repository's own rules, then those of upstream that give a signal. */
    for(control: Control): Suggestion[];
}
