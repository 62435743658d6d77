import { type Location, type MapNode, type Node } from "../../../project/index.js";
/** Values over values, as Helm lays them: maps are merged, lists replaced, null takes away. */
export declare function mergeValues(base: MapNode, over: MapNode): MapNode;
/** The values that a chart is rendered with, its own defaults among them. */
export declare class Values {
    readonly root: MapNode;
    /** Where the chart's own defaults are reported: the beginning of the values. */
    readonly location: Location;
    constructor(root: MapNode, location: Location);
    get(...path: readonly string[]): Node | undefined;
    /** The text of a value that is neither missing, null nor empty. */
    text(...path: readonly string[]): string | undefined;
    items(...path: readonly string[]): readonly Node[];
    /** Whether a template takes the value for true. */
    isOn(...path: readonly string[]): boolean;
    /** Values of a chart that this one depends on. */
    under(key: string): Values;
}
/** To a template all is true but false, 0, null and what is empty; the text "false" is true. */
export declare function isTrue(node: Node | undefined): boolean;
