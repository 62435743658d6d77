import { type FieldLookup } from "./field-problem.js";
import { type DeclaredField, type FieldInfo } from "./fields.js";
/** The fields of one Falco: of its version, of its plugins, and declared by the user. */
export declare class FieldTable {
    #private;
    readonly version: string;
    constructor(version: string, pluginNames: readonly string[], declared?: readonly DeclaredField[]);
    /** All fields that an event source has. */
    forSource(source: string): FieldInfo[];
    /** A field with the text between its brackets, if it has brackets. */
    find(source: string, name: string, given?: string): FieldLookup;
    /** A field as it is written in one text: `proc.aname[2]`. */
    findText(source: string, text: string): FieldLookup;
}
