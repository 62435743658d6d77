import type { Location } from "../project/index.js";
import type { Compliance } from "./compliance.js";
import type { MatrixEntry } from "./matrix.js";
/** Where matrix and tags can be held against each other. Keys are a framework's id, a blank, and a rule or control. */
export interface Mappings {
    /** By framework and rule: ids of the controls that the rule's tags name. */
    readonly tagged: ReadonlyMap<string, ReadonlySet<string>>;
    /** By framework and rule: the last such tag, to add another one behind. */
    readonly last: ReadonlyMap<string, Location>;
    /** By framework and control: names of the rules that the matrix gives. */
    readonly mapped: ReadonlyMap<string, ReadonlySet<string>>;
    /** By framework and control: the entry of the matrix. */
    readonly entries: ReadonlyMap<string, MatrixEntry>;
}
export declare function mappingsByRule(compliance: Compliance): Mappings;
/** The text that adds an item behind the item at a location, in the style of its list as the file has it. */
export declare function itemBehind(location: Location, item: string): string;
