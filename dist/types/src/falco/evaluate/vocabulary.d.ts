import type { EventTable } from "../events.js";
import type { FieldTable } from "../fields.js";
import type { Vocabulary } from "./compile.js";
/** What conditions can name in rules of an event source, or of any of several: the first that has a field. */
export declare function vocabularyFor(fields: FieldTable, events: EventTable, sources: readonly string[]): Vocabulary;
