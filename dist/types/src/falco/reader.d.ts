import type { Collector, Warn } from "./collector.js";
import { type Diagnostic } from "./diagnostic.js";
import type { LoaderFeatures } from "./features.js";
/** A rules file. */
export interface RulesText {
    /** What messages call it: its path. */
    readonly name: string;
    readonly text: string;
}
/** Who hears of what is wrong with a file. */
export interface ReadReport {
    readonly warn: Warn;
    /** Whether to go on with the next item. */
    readonly fail: (error: Diagnostic, follows: boolean) => boolean;
}
/** Reads a rules file into the collector. Returns whether all of it was read. */
export declare function readRules(file: RulesText, fileIndex: number, collector: Collector, features: LoaderFeatures, report: ReadReport): boolean;
