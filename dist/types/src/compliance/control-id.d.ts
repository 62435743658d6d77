import type { Control, Framework, PreviousId } from "./framework.js";
/** The result of looking up an id that a matrix, a tag or a person gives. */
export type Lookup = {
    readonly kind: "control";
    readonly control: Control;
}
/** A heading, to which nothing is mapped. */
 | {
    readonly kind: "group";
    readonly control: Control;
    readonly previous: PreviousId | undefined;
}
/** It is a control today and meant something else in the older edition. */
 | {
    readonly kind: "ambiguous";
    readonly control: Control;
    readonly previous: PreviousId;
}
/** Only the older edition has it. */
 | {
    readonly kind: "retired";
    readonly previous: PreviousId;
} | {
    readonly kind: "unknown";
    readonly suggestion: string | undefined;
};
/** Finds a control by an id in any of the forms that people write. */
export declare function lookUp(framework: Framework, written: string): Lookup;
