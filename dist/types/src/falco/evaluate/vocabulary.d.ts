import { type EventTable, type FieldTable } from "../catalog/index.js";
import type { Vocabulary } from "./program.js";
/** What conditions can name in rules of an event source, or of any of several: the first that has a field. */
export declare function vocabularyFor(fields: FieldTable, events: EventTable, sources: readonly string[]): Vocabulary;
