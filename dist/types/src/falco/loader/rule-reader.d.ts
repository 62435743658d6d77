import type { MapNode } from "../yaml/index.js";
import type { Collector, Warn } from "./collector.js";
import { type ItemReader } from "./item-reader.js";
/** Reads `rule` items into the collector. */
export declare class RuleReader {
    #private;
    constructor(values: ItemReader, collector: Collector, warn: Warn);
    read(item: MapNode): void;
}
