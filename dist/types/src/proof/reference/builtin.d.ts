import type { Profiles, SignalFile } from "./signal-file.js";
/** The profiles that every file may name. */
export declare const profiles: Profiles;
/** The reference events of each signal. */
export declare const signalFiles: readonly SignalFile[];
