import { type FieldInfo } from "./fields.js";
/** A field of one name: of the core engine, and of each plugin that has it. */
export interface FieldExplanation {
    readonly name: string;
    readonly fields: readonly FieldInfo[];
    /** The newest version in which the core engine has it, where a later one has not. */
    readonly lastVersion: string | undefined;
}
/** What is known of a field in any version; undefined for a name that is none. `evt.arg.flags` is one of `evt.arg`. */
export declare function explainField(text: string): FieldExplanation | undefined;
/** Names of all fields of all versions and plugins. */
export declare function fieldNames(): string[];
/** Parameters of an event type, of which `evt.arg.NAME` gives the value; undefined for a name that is none. */
export declare function explainEvent(name: string): {
    readonly name: string;
    readonly parameters: string[];
} | undefined;
