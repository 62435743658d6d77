import { type Collector, type Warn } from "./collector.ts";
import { type Diagnostic } from "./diagnostic.ts";
import type { LoaderFeatures } from "./features.ts";
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
