import { type Alert, type Malformed } from "./alert.js";
/** A line that is no alert. */
export interface MalformedLine extends Malformed {
    /** As it was named. */
    readonly file: string;
    /** From 1. */
    readonly line: number;
}
/** An alert and its location. */
export interface LoggedAlert extends Alert {
    /** As it was named. */
    readonly file: string;
    /** From 1. */
    readonly line: number;
}
/**
 * Reads files of alerts, one JSON object a line, packed by gzip or not. One line at a time is held, and time is linear in
 * the size. Blank lines are passed over.
 *
 * @param root what the names of files are relative to
 * @throws UsageError for a file that cannot be read or unpacked, or is larger than 8 GiB
 */
export declare function readAlerts(root: string, files: readonly string[]): AsyncGenerator<LoggedAlert | MalformedLine>;
