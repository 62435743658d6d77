import type { FalcoLocation, ItemType } from "./diagnostic.js";
import type { RulesText } from "./item-reader.js";
import { type LoadOptions } from "./load.js";
/** What `falco -V` prints with `json_output`. */
export interface ValidationResult {
    readonly falco_load_results: readonly ValidatedFile[];
}
export interface ValidatedFile {
    readonly name: string;
    readonly successful: boolean;
    readonly errors: readonly ValidationEntry[];
    readonly warnings: readonly ValidationEntry[];
}
export interface ValidationEntry {
    readonly code: string;
    readonly message: string;
    readonly context: {
        readonly locations: readonly {
            readonly item_type: ItemType;
            readonly item_name: string;
            readonly position: FalcoLocation["position"];
        }[];
        /** The line of the innermost location and a line with a caret under its column. */
        readonly snippet: string;
    };
    /** Set for errors that Falco would report only after the earlier ones are fixed. */
    readonly ours?: true;
}
/** Falco's verdict on files that it loads in this order, in the shape in which Falco prints it. */
export declare function validate(files: readonly RulesText[], options?: LoadOptions): ValidationResult;
