import type { Condition } from "../language/index.js";
import type { MacroState } from "./macros.js";
import type { TracedText } from "./traced-text.js";
/** Fields of a condition that get a warning for their name. */
export interface FieldFindings {
    /** A comparison with `<NA>`. */
    unsafe: ReturnType<TracedText["locate"]>;
    /** The first location of each deprecated field. */
    readonly deprecated: Map<string, NonNullable<ReturnType<TracedText["locate"]>>>;
}
/** Finds fields that get a warning for their name. */
export declare class FieldWarnings {
    #private;
    constructor(macros: ReadonlyMap<string, MacroState & {
        readonly text: TracedText;
    }>, deprecatedFields: readonly string[]);
    /** @param text what `condition` was parsed from */
    find(condition: Condition, text: TracedText): FieldFindings;
}
