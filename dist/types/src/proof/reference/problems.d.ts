import type { Profiles, SignalFile } from "./signal-file.js";
/** Why an event of a file cannot have happened, or cannot be read. */
export interface EventProblem {
    /** The way to the event in the file. */
    readonly path: readonly (string | number)[];
    readonly message: string;
    /** The name that does not exist, and those that do. */
    readonly name?: string;
    readonly known: readonly string[];
}
/** Everything that keeps the events of a file from being events of a real Falco, at most one thing an event. */
export declare function problemsOf(file: SignalFile, shared: Profiles): EventProblem[];
