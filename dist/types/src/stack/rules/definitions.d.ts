import type { Source } from "../../project/project.js";
import type { Place } from "../../project/text.js";
import { type MapNode } from "../../project/yaml.js";
/** An item of a rules file as written. */
export interface Item {
    readonly kind: "rule" | "macro" | "list";
    readonly name: string;
    /** Whether it changes an earlier item (`append`, `override`, or `enabled` alone) instead of defining one. */
    readonly changes: boolean;
    /** The name. */
    readonly place: Place;
    readonly node: MapNode;
}
/** The items of a rules file, in order, read for their names alone. */
export declare function itemsIn(source: Source): Item[];
