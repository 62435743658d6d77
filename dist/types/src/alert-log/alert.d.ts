import type { FieldValues } from "../falco/index.js";
/** An alert as Falco writes it with `json_output`, and as falcosidekick passes it on. */
export interface Alert {
    readonly rule: string;
    readonly priority: string;
    /** Event source. */
    readonly source: string;
    /** When the event happened, in milliseconds since 1970. */
    readonly time: number;
    /** The node; empty where the alert does not say. */
    readonly hostname: string;
    /** The fields of the output by name; empty with `json_include_output_fields_property: false`. */
    readonly fields: FieldValues;
    /** Whether falcosidekick passed it on, which gives each alert an id. */
    readonly forwarded: boolean;
}
/** Why a text is not a line of Falco's JSON output, as a sentence. */
export interface Malformed {
    readonly problem: string;
}
/**
 * Reads one alert. Keys and formats are those of `falco_formats::format_event` of Falco and of falcosidekick's payload.
 *
 * @param text one line of JSON
 */
export declare function parseAlert(text: string): Alert | Malformed;
/**
 * The values of the fields in a line of Falco's JSON output, or in such a line that is read already; and its event source,
 * where it says one.
 */
export declare function parseFields(line: unknown): {
    readonly fields: FieldValues;
    readonly source: string | undefined;
} | Malformed;
