import type { MapNode } from "../yaml/index.js";
import type { Context } from "./diagnostic.js";
import type { ExceptionInfo } from "./exceptions.js";
import type { ItemReader } from "./item-reader.js";
/** Reads the exceptions of a rule. */
export declare class ExceptionReader {
    #private;
    constructor(values: ItemReader);
    read(item: MapNode, parent: Context, append: boolean): ExceptionInfo[];
}
