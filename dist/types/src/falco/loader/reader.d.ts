import { type EngineFeatures } from "../catalog/index.js";
import type { Collector } from "./collector.js";
import { type ReadReport, type RulesText } from "./item-reader.js";
/** Reads a rules file into the collector. Returns whether all of it was read. */
export declare function readRules(file: RulesText, fileIndex: number, collector: Collector, features: EngineFeatures, report: ReadReport): boolean;
