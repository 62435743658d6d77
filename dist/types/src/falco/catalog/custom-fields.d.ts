import type { FieldFeatures } from "./features.js";
import { type FieldLookup } from "./field-problem.js";
import { type FieldInfo } from "./fields.js";
/** Fields of the core engine whose names the engine parses itself, beyond its table of fields. */
export declare class CustomFields {
    #private;
    constructor(version: string, features: FieldFeatures, core: ReadonlyMap<string, FieldInfo>);
    /** Fields of the core engine whose names are longer than in the table. */
    find(name: string, argument: string | undefined): FieldLookup | undefined;
}
