import { type Location, type MapNode, type Source } from "../../project/index.js";
/** An item of a rules file as written. */
export interface Item {
    readonly kind: "rule" | "macro" | "list";
    readonly name: string;
    /** Whether it changes an earlier item (`append`, `override`, or `enabled` alone) instead of defining one. */
    readonly changes: boolean;
    /** The name. */
    readonly location: Location;
    readonly node: MapNode;
}
/** The items of a rules file, in order, read for their names alone. */
export declare function itemsIn(source: Source): Item[];
