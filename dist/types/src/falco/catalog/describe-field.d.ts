import { type FieldInfo } from "./fields.js";
/** A field of one name: of the core engine, and of each plugin that has it. */
export interface FieldExplanation {
    readonly name: string;
    readonly fields: readonly FieldInfo[];
    /** The newest version in which the core engine has it, where a later one has not. */
    readonly lastVersion: string | undefined;
}
/** A field as any version knows it; undefined for an unknown name. `evt.arg.flags` is one of `evt.arg`. */
export declare function explainField(text: string): FieldExplanation | undefined;
/** Names of all fields of all versions and plugins. */
export declare function fieldNames(): string[];
/** Parameters of an event type, whose values `evt.arg.NAME` gives; undefined for an unknown event type. */
export declare function explainEvent(name: string): {
    readonly name: string;
    readonly parameters: string[];
} | undefined;
/** What is known of a field, as labels and words. */
export declare function fieldFacts(field: FieldInfo, lastVersion: string | undefined): [label: string, fact: string][];
